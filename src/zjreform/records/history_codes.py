"""Coded values of the vocabulary and the history of the reform."""

from zjreform.code import Code


class TermKind(Code):
    """What a named thing is."""

    REFORM = "reform", "改革", "reform", "A named reform, pilot or campaign."
    PLATFORM = "platform", "平台系统", "platform", "A platform, system, app, site or service point with a name."
    MECHANISM = "mechanism", "机制", "mechanism", "A way of working: a rule of procedure, a model, a practice."
    FRAMEWORK = "framework", "框架", "framework", "A named set of parts, often counted in its name."
    REGULATION = "regulation", "法规", "regulation", "A law, regulation or rule with legal force."
    PLAN = "plan", "方案文件", "plan or document", "A plan, opinion, notice, standard or publication named in a text."
    INSTITUTION = "institution", "机构", "institution", "A body, office, centre or post made for the reform."
    SLOGAN = "slogan", "口号", "slogan", "A guiding phrase, aim or evaluation that is quoted as such."


class EventKind(Code):
    """What happened."""

    LAUNCH = "launch", "启动", "launch", "A reform, pilot or platform starts."
    PLAN = "plan", "方案", "plan", "A plan, notice or measure is issued."
    LAW = "law", "立法", "law", "A law or regulation is made."
    BODY = "body", "机构设立", "body set up", "A leading group, office or centre is set up."
    OPENING = "opening", "启用", "opening", "A building, system or service opens."
    ANNOUNCEMENT = "announcement", "宣布", "announcement", "Something is announced or published."
    AWARD = "award", "评选", "award", "A round is held or its results are announced."
    MILESTONE = "milestone", "节点", "milestone", "A stated state is reached or due by a stated time."
    ENDORSEMENT = (
        "endorsement",
        "肯定",
        "endorsement",
        "Somebody above or outside approves: instruction, model case, award, roll-out.",
    )
    ADOPTION = "adoption", "采纳", "adoption", "A unit takes up a policy, as a pilot or in full."
    FIRST_CLAIM = "first_claim", "首创声明", "claim of being first", "A text says that somebody was first."


class DateStatus(Code):
    """How sure a date is."""

    STATED = "stated", "明示", "stated", "The text gives it."
    RECONSTRUCTED = "reconstructed", "复原", "reconstructed", "The copy is damaged there; only one reading is possible."
    INFERRED = "inferred", "推定", "inferred", "It follows from a relative expression or the date of the document."
    AMBIGUOUS = "ambiguous", "两读", "ambiguous", "The copy is damaged there and more than one reading is possible."


class ClaimScope(Code):
    """Within what a claim of being first is made."""

    WORLD = "world", "世界", "world", "First in the world."
    NATION = "nation", "全国", "nation", "First in China."
    PROVINCE = "province", "全省", "province", "First in the province."
    CITY = "city", "全市", "city", "First in the city."
    UNSTATED = "unstated", "未说明", "not stated", "The text does not say among whom."

    @classmethod
    def ordered(cls) -> bool:
        """From the widest; what no text says last."""
        return True


class AdoptionExtent(Code):
    """How far a policy was taken up."""

    PILOT = "pilot", "试点", "pilot", "As a pilot or trial."
    FULL = "full", "全面", "full", "Throughout the unit."
    UNSTATED = "unstated", "未说明", "not stated", "The text does not say."


class EndorsementKind(Code):
    """In what form a thing was approved."""

    INSTRUCTION = "instruction", "批示", "written instruction", "A leader's written comment (批示)."
    PRAISE = "praise", "肯定", "praise", "Spoken or general approval."
    MODEL = "model_case", "典型案例", "model case", "Listed as a model or typical case."
    EXTERNAL_AWARD = "external_award", "外部奖项", "external award", "An award of another body."
    ROLL_OUT = "roll_out", "推广", "roll-out", "Ordered or adopted for a wider area."
    PILOT_STATUS = "pilot_status", "试点地位", "pilot status", "Chosen as a pilot by a higher body."
