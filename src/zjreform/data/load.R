# Loads the data package of zjreform into R: source("load.R") in the folder of the files, or set zj_home before.
# Each table becomes a data frame of its name, with factors (zj_labels: "code", "en" or "zh"), numbers, truth values and days.
# Generated from the record classes; base R alone is needed.
if (!exists("zj_home")) zj_home <- "."
if (!exists("zj_labels")) zj_labels <- "code"

zj_read <- function(name) {
  path <- file.path(zj_home, paste0(name, ".csv"))
  read.csv(path, colClasses = "character", na.strings = "", check.names = FALSE, fileEncoding = "UTF-8-BOM", encoding = "UTF-8")
}

zj_factor <- function(x, codes, en, zh, ordered = FALSE) {
  shown <- switch(zj_labels, code = codes, en = en, zh = zh)
  factor(x, levels = codes, labels = shown, ordered = ordered)
}

zj_day <- function(x, last = FALSE) {
  days <- vapply(x, function(edtf) {
    if (is.na(edtf)) return(NA_character_)
    parts <- strsplit(edtf, "/", fixed = TRUE)[[1]]
    part <- sub("[~?]$", "", parts[if (last) length(parts) else 1])
    if (part == "..") return(NA_character_)
    bits <- as.integer(strsplit(part, "-", fixed = TRUE)[[1]])
    if (length(bits) == 3) return(part)
    months <- if (length(bits) == 1) c(1, 12) else c(bits[2], bits[2])
    if (length(bits) == 2 && bits[2] >= 33) {
      parts <- list("33" = c(1, 3), "34" = c(4, 6), "35" = c(7, 9), "36" = c(10, 12), "40" = c(1, 6), "41" = c(7, 12))
      months <- parts[[as.character(bits[2])]]
    }
    if (!last) return(sprintf("%04d-%02d-01", bits[1], months[1]))
    following <- if (months[2] == 12) c(bits[1] + 1, 1) else c(bits[1], months[2] + 1)
    format(as.Date(sprintf("%04d-%02d-01", following[1], following[2])) - 1)
  }, character(1), USE.NAMES = FALSE)
  as.Date(days)
}


sources <- zj_read("sources")
sources[["kind"]] <- zj_factor(sources[["kind"]], c("magazine", "news", "book", "yearbook", "work_report", "notice", "plan", "law", "communique", "web_page", "statistics", "judgment"), c("magazine article", "news item", "book", "yearbook", "work report", "notice", "plan", "law", "communiqué", "web page", "statistics", "judgment"), c("杂志文章", "新闻稿", "图书", "年鉴", "工作报告", "通知公告", "规划方案", "法规规章", "公报", "网页", "统计资料", "裁判文书"), ordered = FALSE)
sources[["authors"]] <- strsplit(ifelse(is.na(sources[["authors"]]), "", sources[["authors"]]), ";", fixed = TRUE)
sources[["published_start"]] <- zj_day(sources[["published"]])
sources[["published_end"]] <- zj_day(sources[["published"]], last = TRUE)
sources[["date_status"]] <- zj_factor(sources[["date_status"]], c("stated", "reconstructed", "inferred", "ambiguous"), c("stated", "reconstructed", "inferred", "ambiguous"), c("明示", "复原", "推定", "两读"), ordered = FALSE)
sources[["period_start"]] <- zj_day(sources[["period"]])
sources[["period_end"]] <- zj_day(sources[["period"]], last = TRUE)
sources[["characters"]] <- as.integer(sources[["characters"]])
sources[["extent"]] <- zj_factor(sources[["extent"]], c("whole", "part"), c("whole", "part"), c("全文", "部分"), ordered = FALSE)

rounds <- zj_read("rounds")
rounds[["period_start"]] <- zj_day(rounds[["period"]])
rounds[["period_end"]] <- zj_day(rounds[["period"]], last = TRUE)
rounds[["announced_start"]] <- zj_day(rounds[["announced"]])
rounds[["announced_end"]] <- zj_day(rounds[["announced"]], last = TRUE)
rounds[["announced_status"]] <- zj_factor(rounds[["announced_status"]], c("stated", "reconstructed", "inferred", "ambiguous"), c("stated", "reconstructed", "inferred", "ambiguous"), c("明示", "复原", "推定", "两读"), ordered = FALSE)
rounds[["entries"]] <- as.integer(rounds[["entries"]])
rounds[["entries_provincial"]] <- as.integer(rounds[["entries_provincial"]])
rounds[["entries_local"]] <- as.integer(rounds[["entries_local"]])
rounds[["criteria_zh"]] <- strsplit(ifelse(is.na(rounds[["criteria_zh"]]), "", rounds[["criteria_zh"]]), ";", fixed = TRUE)
rounds[["criteria_en"]] <- strsplit(ifelse(is.na(rounds[["criteria_en"]]), "", rounds[["criteria_en"]]), ";", fixed = TRUE)
rounds[["stages_zh"]] <- strsplit(ifelse(is.na(rounds[["stages_zh"]]), "", rounds[["stages_zh"]]), ";", fixed = TRUE)
rounds[["stages_en"]] <- strsplit(ifelse(is.na(rounds[["stages_en"]]), "", rounds[["stages_en"]]), ";", fixed = TRUE)

round_bodies <- zj_read("round_bodies")
round_bodies[["role"]] <- zj_factor(round_bodies[["role"]], c("guide", "host", "organiser", "commissioner", "commissioned"), c("guide", "host", "organiser", "commissioner", "commissioned body"), c("指导单位", "主办单位", "组织单位", "委托单位", "受托单位"), ordered = FALSE)
round_bodies[["order"]] <- as.integer(round_bodies[["order"]])

tiers <- zj_read("tiers")
tiers[["rank"]] <- as.integer(tiers[["rank"]])
tiers[["honours"]] <- zj_factor(tiers[["honours"]], c("case", "organisation"), c("case", "organisation"), c("案例", "组织"), ordered = FALSE)
tiers[["quota"]] <- as.integer(tiers[["quota"]])
tiers[["order_rule"]] <- zj_factor(tiers[["order_rule"]], c("score", "score_and_factors", "not_stated"), c("strictly by score", "by score and factors", "not stated"), c("严格按分数", "分数结合因素", "未说明"), ordered = FALSE)
tiers[["factors_zh"]] <- strsplit(ifelse(is.na(tiers[["factors_zh"]]), "", tiers[["factors_zh"]]), ";", fixed = TRUE)
tiers[["factors_en"]] <- strsplit(ifelse(is.na(tiers[["factors_en"]]), "", tiers[["factors_en"]]), ";", fixed = TRUE)

awards <- zj_read("awards")
awards[["position"]] <- as.integer(awards[["position"]])

applicants <- zj_read("applicants")
applicants[["order"]] <- as.integer(applicants[["order"]])
applicants[["role"]] <- zj_factor(applicants[["role"]], c("apply", "implement", "both", "unstated"), c("applied", "implemented", "applied and implemented", "not stated"), c("申报", "实施", "申报及实施", "未说明"), ordered = FALSE)
applicants[["level"]] <- zj_factor(applicants[["level"]], c("central", "province", "prefecture", "county", "township", "village", "mixed"), c("central", "province", "prefecture", "county", "township", "village", "several levels"), c("中央", "省级", "市级", "县级", "乡级", "村级", "多级联合"), ordered = TRUE)

cases <- zj_read("cases")
cases[["level"]] <- zj_factor(cases[["level"]], c("central", "province", "prefecture", "county", "township", "village", "mixed"), c("central", "province", "prefecture", "county", "township", "village", "several levels"), c("中央", "省级", "市级", "县级", "乡级", "村级", "多级联合"), ordered = TRUE)
cases[["places"]] <- strsplit(ifelse(is.na(cases[["places"]]), "", cases[["places"]]), ";", fixed = TRUE)
cases[["domain"]] <- zj_factor(cases[["domain"]], c("business_environment", "digital_government", "public_services", "one_thing", "grassroots_governance", "internal_services", "environment", "rural_revitalisation", "democracy_and_law", "party_and_discipline", "other"), c("business environment", "digital government", "public services", "one thing", "grassroots governance", "services between offices", "environment", "rural revitalisation", "democracy and law", "party and discipline", "other"), c("营商环境", "政府数字化转型", "公共服务", "企业和个人“一件事”", "基层社会治理", "机关内部“最多跑一次”改革", "生态环境", "乡村振兴", "民主法治", "党建纪检", "其他"), ordered = FALSE)
cases[["other_domains"]] <- strsplit(ifelse(is.na(cases[["other_domains"]]), "", cases[["other_domains"]]), ";", fixed = TRUE)
cases[["cofog"]] <- zj_factor(cases[["cofog"]], c("01", "02", "03", "04", "05", "06", "07", "08", "09", "10"), c("general public services", "defence", "public order and safety", "economic affairs", "environmental protection", "housing and community amenities", "health", "recreation, culture and religion", "education", "social protection"), c("一般公共服务", "国防", "公共秩序和安全", "经济事务", "环境保护", "住房和社区设施", "卫生", "娱乐、文化和宗教", "教育", "社会保护"), ordered = FALSE)
cases[["coded_from"]] <- zj_factor(cases[["coded_from"]], c("description", "comment", "title"), c("description", "comment", "title"), c("正文", "点评", "标题"), ordered = TRUE)
cases[["coverage"]] <- zj_factor(cases[["coverage"]], c("described", "comment_only", "title_only"), c("described", "comment only", "title only"), c("有正文", "仅有点评", "仅有标题"), ordered = TRUE)

case_titles <- zj_read("case_titles")
case_titles[["stands_in"]] <- zj_factor(case_titles[["stands_in"]], c("notice", "contents", "chapter", "list", "heading"), c("notice", "table of contents", "chapter head", "list", "heading"), c("通报", "目录", "章标题", "名单", "小标题"), ordered = FALSE)
case_titles[["page"]] <- as.integer(case_titles[["page"]])

case_relations <- zj_read("case_relations")
case_relations[["kind"]] <- zj_factor(case_relations[["kind"]], c("same_practice", "scaled_up", "component", "carries_on", "same_reform"), c("same practice", "scaled up", "component", "carries on", "same reform elsewhere"), c("同一改革", "推广", "组成部分", "延续", "同名改革"), ordered = FALSE)
case_relations[["basis"]] <- zj_factor(case_relations[["basis"]], c("stated", "identical"), c("stated", "identical body and reform"), c("文本明示", "主体与改革相同"), ordered = FALSE)

reviews <- zj_read("reviews")
reviews[["positions_zh"]] <- strsplit(ifelse(is.na(reviews[["positions_zh"]]), "", reviews[["positions_zh"]]), ";", fixed = TRUE)
reviews[["positions_en"]] <- strsplit(ifelse(is.na(reviews[["positions_en"]]), "", reviews[["positions_en"]]), ";", fixed = TRUE)
reviews[["affiliations"]] <- strsplit(ifelse(is.na(reviews[["affiliations"]]), "", reviews[["affiliations"]]), ";", fixed = TRUE)

places <- zj_read("places")
places[["kind"]] <- zj_factor(places[["kind"]], c("division", "township", "village", "zone", "characteristic_town", "site", "region", "foreign"), c("division", "township", "village", "zone", "characteristic town", "site", "region", "foreign city"), c("行政区划", "乡镇街道", "村社区", "功能区", "特色小镇", "场所", "区域", "境外城市"), ordered = FALSE)
places[["level"]] <- zj_factor(places[["level"]], c("central", "province", "prefecture", "county", "township", "village", "mixed"), c("central", "province", "prefecture", "county", "township", "village", "several levels"), c("中央", "省级", "市级", "县级", "乡级", "村级", "多级联合"), ordered = TRUE)
places[["valid_from_start"]] <- zj_day(places[["valid_from"]])
places[["valid_from_end"]] <- zj_day(places[["valid_from"]], last = TRUE)
places[["valid_to_start"]] <- zj_day(places[["valid_to"]])
places[["valid_to_end"]] <- zj_day(places[["valid_to"]], last = TRUE)
places[["parts_to"]] <- strsplit(ifelse(is.na(places[["parts_to"]]), "", places[["parts_to"]]), ";", fixed = TRUE)
places[["aliases"]] <- strsplit(ifelse(is.na(places[["aliases"]]), "", places[["aliases"]]), ";", fixed = TRUE)
places[["latitude"]] <- as.numeric(places[["latitude"]])
places[["longitude"]] <- as.numeric(places[["longitude"]])

organisations <- zj_read("organisations")
organisations[["kind"]] <- zj_factor(organisations[["kind"]], c("party", "government", "congress", "cppcc", "court", "joint", "mass", "media", "research", "enterprise", "public_body"), c("party body", "government body", "people's congress", "consultative conference", "court", "joint body", "mass organisation", "media", "research body", "enterprise", "public body"), c("党委部门", "政府部门", "人大", "政协", "法院", "联席或领导小组", "群团组织", "媒体", "研究机构", "企业", "事业单位"), ordered = FALSE)
organisations[["level"]] <- zj_factor(organisations[["level"]], c("central", "province", "prefecture", "county", "township", "village", "mixed"), c("central", "province", "prefecture", "county", "township", "village", "several levels"), c("中央", "省级", "市级", "县级", "乡级", "村级", "多级联合"), ordered = TRUE)
organisations[["aliases"]] <- strsplit(ifelse(is.na(organisations[["aliases"]]), "", organisations[["aliases"]]), ";", fixed = TRUE)

indicators <- zj_read("indicators")
indicators[["family"]] <- zj_factor(indicators[["family"]], c("time", "time_saved", "steps", "documents", "items", "departments", "online_share", "satisfaction", "volume", "data", "coverage", "outlets", "staff", "land", "money", "firms", "rank", "publicity", "population", "inspection", "rules", "structure", "award", "bibliographic", "time_span", "other"), c("processing time", "time saved", "steps", "documents", "items", "departments", "online share", "satisfaction", "volume", "data", "coverage", "outlets", "staff", "land", "money", "firms and projects", "rank", "publicity", "population", "inspection", "rules", "structure", "award", "bibliographic", "time span", "other"), c("办理时间", "提速", "环节", "材料", "事项", "部门", "网办率", "满意度", "办件量", "数据", "覆盖", "网点", "人员", "用地", "金额", "企业与项目", "排名", "宣传", "人口", "监管", "制度", "结构", "评选", "书目", "时间跨度", "其他"), ordered = FALSE)
indicators[["dimension"]] <- zj_factor(indicators[["dimension"]], c("duration", "working_time", "percent", "percentage_point", "count", "number", "money", "area", "length", "mass", "volume", "power", "energy", "temperature", "multiple", "ratio", "rate", "score", "transport", "age", "rank", "grade", "voltage", "pressure", "force", "frequency", "sound_level", "data"), c("duration", "working time", "per cent", "percentage points", "count", "number", "money", "area", "length", "mass", "volume", "power", "energy", "temperature", "multiple", "ratio", "rate", "score", "transport volume", "age", "rank", "grade", "voltage", "pressure", "force", "frequency", "sound level", "amount of data"), c("时长", "工作时间", "百分比", "百分点", "计数", "数", "金额", "面积", "长度", "质量", "体积", "功率", "能量", "温度", "倍数", "比", "比率", "分数", "运输量", "年龄", "名次", "等级", "电压", "压力", "力", "频率", "声级", "数据量"), ordered = FALSE)
indicators[["direction"]] <- zj_factor(indicators[["direction"]], c("lower", "higher", "neutral"), c("lower is better", "higher is better", "neutral"), c("越低越好", "越高越好", "无方向"), ordered = FALSE)
indicators[["category"]] <- zj_factor(indicators[["category"]], c("input", "activity", "output", "outcome", "context", "award_process", "bibliographic"), c("input", "activity", "output", "outcome", "context", "award process", "bibliographic"), c("投入", "活动", "产出", "成效", "背景", "评选过程", "书目信息"), ordered = FALSE)

metrics <- zj_read("metrics")
metrics[["position"]] <- zj_factor(metrics[["position"]], c("before", "after", "change", "level"), c("before", "after", "change", "level"), c("改革前", "改革后", "变化量", "水平"), ordered = FALSE)
metrics[["status"]] <- zj_factor(metrics[["status"]], c("achieved", "target", "limit", "promise", "rule", "plan"), c("achieved", "target", "limit", "promise", "rule", "plan"), c("已实现", "目标", "限定", "承诺", "规定", "计划"), ordered = FALSE)
metrics[["aggregate"]] <- zj_factor(metrics[["aggregate"]], c("single", "mean", "min", "max", "total", "each"), c("single", "mean", "minimum", "maximum", "total", "each"), c("单值", "平均", "最小", "最大", "合计", "每个"), ordered = FALSE)
metrics[["accrual"]] <- zj_factor(metrics[["accrual"]], c("instant", "period", "cumulative"), c("instant", "period", "cumulative"), c("时点", "时期", "累计"), ordered = FALSE)
metrics[["value"]] <- vapply(strsplit(metrics[["value"]], "/"), function(x) Reduce(`/`, as.numeric(x)), numeric(1))
metrics[["upper"]] <- vapply(strsplit(metrics[["upper"]], "/"), function(x) Reduce(`/`, as.numeric(x)), numeric(1))
metrics[["lower_open"]] <- metrics[["lower_open"]] %in% "true"
metrics[["upper_open"]] <- metrics[["upper_open"]] %in% "true"
metrics[["implied_high"]] <- vapply(strsplit(metrics[["implied_high"]], "/"), function(x) Reduce(`/`, as.numeric(x)), numeric(1))
metrics[["base_status"]] <- zj_factor(metrics[["base_status"]], c("stated", "unstated", "unclear", "not_applicable"), c("stated", "unstated", "unclear", "not applicable"), c("已说明", "未说明", "不明确", "不适用"), ordered = FALSE)
metrics[["composition"]] <- zj_factor(metrics[["composition"]], c("partition", "subset", "same_set"), c("partition", "subset", "same set"), c("完全划分", "子集", "同一集合"), ordered = FALSE)
metrics[["period_start"]] <- zj_day(metrics[["period"]])
metrics[["period_end"]] <- zj_day(metrics[["period"]], last = TRUE)
metrics[["period_status"]] <- zj_factor(metrics[["period_status"]], c("stated", "reconstructed", "inferred", "ambiguous"), c("stated", "reconstructed", "inferred", "ambiguous"), c("明示", "复原", "推定", "两读"), ordered = FALSE)
metrics[["qualifier"]] <- zj_factor(metrics[["qualifier"]], c("normal_conditions", "in_principle", "individual_cases"), c("under normal conditions", "in principle", "individual cases"), c("正常情况下", "原则上", "个别"), ordered = FALSE)
metrics[["quality"]] <- strsplit(ifelse(is.na(metrics[["quality"]]), "", metrics[["quality"]]), ";", fixed = TRUE)
metrics[["inconsistent_with"]] <- strsplit(ifelse(is.na(metrics[["inconsistent_with"]]), "", metrics[["inconsistent_with"]]), ";", fixed = TRUE)
metrics[["reading"]] <- zj_factor(metrics[["reading"]], c("whole", "elided_unit", "context", "name"), c("whole", "elided unit", "context", "name"), c("直接解析", "单位省略", "依上下文", "名称"), ordered = FALSE)

pairings <- zj_read("pairings")
pairings[["comparator"]] <- zj_factor(pairings[["comparator"]], c("own_past", "traditional_mode", "target", "external", "peer", "whole", "unstated"), c("own past", "traditional mode", "target", "external", "peer", "whole", "not stated"), c("自身过去", "传统模式", "目标", "外部标准", "同类", "整体", "未说明"), ordered = FALSE)
pairings[["like_with_like"]] <- pairings[["like_with_like"]] == "true"

non_figures <- zj_read("non_figures")
non_figures[["kind"]] <- zj_factor(non_figures[["kind"]], c("quantity", "date", "ordinal", "name", "marker", "identifier", "lexical"), c("quantity", "date", "ordinal", "name", "marker", "identifier", "lexical"), c("数量", "日期", "序数", "名称", "序号", "编号", "词语"), ordered = FALSE)
non_figures[["edtf_start"]] <- zj_day(non_figures[["edtf"]])
non_figures[["edtf_end"]] <- zj_day(non_figures[["edtf"]], last = TRUE)
non_figures[["date_status"]] <- zj_factor(non_figures[["date_status"]], c("stated", "reconstructed", "inferred", "ambiguous"), c("stated", "reconstructed", "inferred", "ambiguous"), c("明示", "复原", "推定", "两读"), ordered = FALSE)
non_figures[["value"]] <- as.integer(non_figures[["value"]])

terms <- zj_read("terms")
terms[["kind"]] <- zj_factor(terms[["kind"]], c("reform", "platform", "mechanism", "framework", "regulation", "plan", "institution", "slogan"), c("reform", "platform", "mechanism", "framework", "regulation", "plan or document", "institution", "slogan"), c("改革", "平台系统", "机制", "框架", "法规", "方案文件", "机构", "口号"), ordered = FALSE)
terms[["aliases"]] <- strsplit(ifelse(is.na(terms[["aliases"]]), "", terms[["aliases"]]), ";", fixed = TRUE)
terms[["since_start"]] <- zj_day(terms[["since"]])
terms[["since_end"]] <- zj_day(terms[["since"]], last = TRUE)
terms[["cases"]] <- strsplit(ifelse(is.na(terms[["cases"]]), "", terms[["cases"]]), ";", fixed = TRUE)
terms[["related"]] <- strsplit(ifelse(is.na(terms[["related"]]), "", terms[["related"]]), ";", fixed = TRUE)

term_parts <- zj_read("term_parts")
term_parts[["order"]] <- as.integer(term_parts[["order"]])

events <- zj_read("events")
events[["kind"]] <- zj_factor(events[["kind"]], c("launch", "plan", "law", "body", "opening", "announcement", "award", "milestone", "endorsement", "adoption", "first_claim"), c("launch", "plan", "law", "body set up", "opening", "announcement", "award", "milestone", "endorsement", "adoption", "claim of being first"), c("启动", "方案", "立法", "机构设立", "启用", "宣布", "评选", "节点", "肯定", "采纳", "首创声明"), ordered = FALSE)
events[["date_start"]] <- zj_day(events[["date"]])
events[["date_end"]] <- zj_day(events[["date"]], last = TRUE)
events[["date_status"]] <- zj_factor(events[["date_status"]], c("stated", "reconstructed", "inferred", "ambiguous"), c("stated", "reconstructed", "inferred", "ambiguous"), c("明示", "复原", "推定", "两读"), ordered = FALSE)
events[["order"]] <- as.integer(events[["order"]])
events[["actors"]] <- strsplit(ifelse(is.na(events[["actors"]]), "", events[["actors"]]), ";", fixed = TRUE)
events[["endorsement"]] <- zj_factor(events[["endorsement"]], c("instruction", "praise", "model_case", "external_award", "roll_out", "pilot_status"), c("written instruction", "praise", "model case", "external award", "roll-out", "pilot status"), c("批示", "肯定", "典型案例", "外部奖项", "推广", "试点地位"), ordered = FALSE)
events[["extent"]] <- zj_factor(events[["extent"]], c("pilot", "full", "unstated"), c("pilot", "full", "not stated"), c("试点", "全面", "未说明"), ordered = FALSE)
events[["claim_scope"]] <- zj_factor(events[["claim_scope"]], c("world", "nation", "province", "city", "unstated"), c("world", "nation", "province", "city", "not stated"), c("世界", "全国", "全省", "全市", "未说明"), ordered = TRUE)

mentions <- zj_read("mentions")
mentions[["start"]] <- as.integer(mentions[["start"]])
mentions[["end"]] <- as.integer(mentions[["end"]])
mentions[["voice"]] <- zj_factor(mentions[["voice"]], c("applicant", "official", "yearbook", "journalist", "expert", "host"), c("applicant", "official", "yearbook", "journalist", "expert", "host"), c("申报单位", "官方作者", "年鉴", "记者", "专家", "主办方"), ordered = FALSE)
mentions[["damage"]] <- zj_factor(mentions[["damage"]], c("lost", "merged", "spaced", "withheld"), c("lost", "merged", "spaced", "withheld"), c("缺字", "粘连", "多余空白", "隐去"), ordered = FALSE)
mentions[["paragraph"]] <- as.integer(mentions[["paragraph"]])
mentions[["sentence"]] <- as.integer(mentions[["sentence"]])

codings <- zj_read("codings")
