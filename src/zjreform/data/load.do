* Loads one table of the data package of zjreform into Stata: do load.do cases
* Codes become numbers with value labels (their order is that of the list), numbers and truth values numbers, dates the first and the
* last day that they cover (NAME_start, NAME_end); labels name each variable.
* Generated from the record classes. Set the folder of the files first: cd FOLDER
version 16
args table

capture program drop zj_day
program define zj_day
    args name
    foreach side in start end {
        tempvar part year month day first last
        generate str40 `part' = `name'
        replace `part' = substr(`part', 1, strpos(`part', "/") - 1) if strpos(`part', "/") > 0 & "`side'" == "start"
        replace `part' = substr(`part', strpos(`part', "/") + 1, .) if strpos(`part', "/") > 0 & "`side'" == "end"
        replace `part' = subinstr(subinstr(`part', "~", "", .), "?", "", .)
        generate int `year' = real(substr(`part', 1, 4))
        generate int `month' = real(substr(`part', 6, 2))
        generate int `day' = real(substr(`part', 9, 2))
        generate int `first' = cond(missing(`month'), 1, `month')
        replace `first' = 3 * (`month' - 33) + 1 if inrange(`month', 33, 36)
        replace `first' = 6 * (`month' - 40) + 1 if inrange(`month', 40, 41)
        generate int `last' = cond(missing(`month'), 12, `month')
        replace `last' = 3 * (`month' - 32) if inrange(`month', 33, 36)
        replace `last' = 6 * (`month' - 39) if inrange(`month', 40, 41)
        generate long `name'_`side' = mdy(`month', `day', `year') if !missing(`day')
        replace `name'_`side' = mdy(`first', 1, `year') if missing(`day') & "`side'" == "start"
        replace `name'_`side' = dofm(ym(`year', `last') + 1) - 1 if missing(`day') & "`side'" == "end"
        format `name'_`side' %td
    }
end

import delimited "`table'.csv", varnames(1) stringcols(_all) encoding("utf-8") bindquote(strict) maxquotedrows(unlimited) clear

if "`table'" == "sources" {
    label variable id "id"
    label variable title_zh "title (zh)"
    label variable title_en "title (en)"
    label define l_kind 1 "magazine article", add
    replace kind = "1" if kind == "magazine"
    label define l_kind 2 "news item", add
    replace kind = "2" if kind == "news"
    label define l_kind 3 "book", add
    replace kind = "3" if kind == "book"
    label define l_kind 4 "yearbook", add
    replace kind = "4" if kind == "yearbook"
    label define l_kind 5 "work report", add
    replace kind = "5" if kind == "work_report"
    label define l_kind 6 "notice", add
    replace kind = "6" if kind == "notice"
    label define l_kind 7 "plan", add
    replace kind = "7" if kind == "plan"
    label define l_kind 8 "law", add
    replace kind = "8" if kind == "law"
    label define l_kind 9 "communiqué", add
    replace kind = "9" if kind == "communique"
    label define l_kind 10 "web page", add
    replace kind = "10" if kind == "web_page"
    label define l_kind 11 "statistics", add
    replace kind = "11" if kind == "statistics"
    label define l_kind 12 "judgment", add
    replace kind = "12" if kind == "judgment"
    destring kind, replace
    label values kind l_kind
    label variable kind "kind"
    label variable authors "authors"
    label variable container_zh "container (zh)"
    label variable publisher_zh "publisher (zh)"
    label variable publisher_en "publisher (en)"
    zj_day published
    label variable published "published"
    label define l_date_status 1 "stated", add
    replace date_status = "1" if date_status == "stated"
    label define l_date_status 2 "reconstructed", add
    replace date_status = "2" if date_status == "reconstructed"
    label define l_date_status 3 "inferred", add
    replace date_status = "3" if date_status == "inferred"
    label define l_date_status 4 "ambiguous", add
    replace date_status = "4" if date_status == "ambiguous"
    destring date_status, replace
    label values date_status l_date_status
    label variable date_status "date status"
    zj_day period
    label variable period "period"
    label variable language "language"
    label variable isbn "ISBN"
    label variable file "file"
    label variable sha256 "SHA-256"
    destring characters, replace
    label variable characters "characters"
    label define l_extent 1 "whole", add
    replace extent = "1" if extent == "whole"
    label define l_extent 2 "part", add
    replace extent = "2" if extent == "part"
    destring extent, replace
    label values extent l_extent
    label variable extent "extent"
    label variable extent_zh "what it holds (zh)"
    label variable extent_en "what it holds (en)"
}
if "`table'" == "rounds" {
    label variable id "id"
    label variable name_zh "name (zh)"
    label variable name_en "name (en)"
    zj_day period
    label variable period "period"
    label variable period_note_zh "what the year means (zh)"
    label variable period_note_en "what the year means (en)"
    zj_day announced
    label variable announced "announced"
    label define l_announced_status 1 "stated", add
    replace announced_status = "1" if announced_status == "stated"
    label define l_announced_status 2 "reconstructed", add
    replace announced_status = "2" if announced_status == "reconstructed"
    label define l_announced_status 3 "inferred", add
    replace announced_status = "3" if announced_status == "inferred"
    label define l_announced_status 4 "ambiguous", add
    replace announced_status = "4" if announced_status == "ambiguous"
    destring announced_status, replace
    label values announced_status l_announced_status
    label variable announced_status "date status"
    destring entries, replace
    label variable entries "entries"
    destring entries_provincial, replace
    label variable entries_provincial "provincial entries"
    destring entries_local, replace
    label variable entries_local "local entries"
    label variable criteria_zh "criteria (zh)"
    label variable criteria_en "criteria (en)"
    label variable stages_zh "stages (zh)"
    label variable stages_en "stages (en)"
    label variable source "source"
}
if "`table'" == "round_bodies" {
    label variable id "id"
    label variable round "round"
    label variable organisation "organisation"
    label define l_role 1 "guide", add
    replace role = "1" if role == "guide"
    label define l_role 2 "host", add
    replace role = "2" if role == "host"
    label define l_role 3 "organiser", add
    replace role = "3" if role == "organiser"
    label define l_role 4 "commissioner", add
    replace role = "4" if role == "commissioner"
    label define l_role 5 "commissioned body", add
    replace role = "5" if role == "commissioned"
    destring role, replace
    label values role l_role
    label variable role "role"
    destring order, replace
    label variable order "order"
}
if "`table'" == "tiers" {
    label variable id "id"
    label variable round "round"
    label variable name_zh "name (zh)"
    label variable name_en "name (en)"
    destring rank, replace
    label variable rank "rank"
    label define l_honours 1 "case", add
    replace honours = "1" if honours == "case"
    label define l_honours 2 "organisation", add
    replace honours = "2" if honours == "organisation"
    destring honours, replace
    label values honours l_honours
    label variable honours "honours"
    destring quota, replace
    label variable quota "quota"
    label define l_order_rule 1 "strictly by score", add
    replace order_rule = "1" if order_rule == "score"
    label define l_order_rule 2 "by score and factors", add
    replace order_rule = "2" if order_rule == "score_and_factors"
    label define l_order_rule 3 "not stated", add
    replace order_rule = "3" if order_rule == "not_stated"
    destring order_rule, replace
    label values order_rule l_order_rule
    label variable order_rule "order rule"
    label variable factors_zh "factors (zh)"
    label variable factors_en "factors (en)"
}
if "`table'" == "awards" {
    label variable id "id"
    label variable round "round"
    label variable tier "tier"
    destring position, replace
    label variable position "position"
    label variable title_zh "title (zh)"
    label variable case "case"
    label variable organisation "organisation"
}
if "`table'" == "applicants" {
    label variable id "id"
    label variable award "award"
    destring order, replace
    label variable order "order"
    label variable as_listed "as listed"
    label variable heading "heading"
    label define l_role 1 "applied", add
    replace role = "1" if role == "apply"
    label define l_role 2 "implemented", add
    replace role = "2" if role == "implement"
    label define l_role 3 "applied and implemented", add
    replace role = "3" if role == "both"
    label define l_role 4 "not stated", add
    replace role = "4" if role == "unstated"
    destring role, replace
    label values role l_role
    label variable role "role"
    label variable organisation "organisation"
    label variable place "place"
    label define l_level 1 "central", add
    replace level = "1" if level == "central"
    label define l_level 2 "province", add
    replace level = "2" if level == "province"
    label define l_level 3 "prefecture", add
    replace level = "3" if level == "prefecture"
    label define l_level 4 "county", add
    replace level = "4" if level == "county"
    label define l_level 5 "township", add
    replace level = "5" if level == "township"
    label define l_level 6 "village", add
    replace level = "6" if level == "village"
    label define l_level 7 "several levels", add
    replace level = "7" if level == "mixed"
    destring level, replace
    label values level l_level
    label variable level "level"
}
if "`table'" == "cases" {
    label variable id "id"
    label variable title_zh "title (zh)"
    label variable title_en "title (en)"
    label variable round "round"
    label define l_level 1 "central", add
    replace level = "1" if level == "central"
    label define l_level 2 "province", add
    replace level = "2" if level == "province"
    label define l_level 3 "prefecture", add
    replace level = "3" if level == "prefecture"
    label define l_level 4 "county", add
    replace level = "4" if level == "county"
    label define l_level 5 "township", add
    replace level = "5" if level == "township"
    label define l_level 6 "village", add
    replace level = "6" if level == "village"
    label define l_level 7 "several levels", add
    replace level = "7" if level == "mixed"
    destring level, replace
    label values level l_level
    label variable level "level"
    label variable places "places"
    label variable practice "practice"
    label define l_domain 1 "business environment", add
    replace domain = "1" if domain == "business_environment"
    label define l_domain 2 "digital government", add
    replace domain = "2" if domain == "digital_government"
    label define l_domain 3 "public services", add
    replace domain = "3" if domain == "public_services"
    label define l_domain 4 "one thing", add
    replace domain = "4" if domain == "one_thing"
    label define l_domain 5 "grassroots governance", add
    replace domain = "5" if domain == "grassroots_governance"
    label define l_domain 6 "services between offices", add
    replace domain = "6" if domain == "internal_services"
    label define l_domain 7 "environment", add
    replace domain = "7" if domain == "environment"
    label define l_domain 8 "rural revitalisation", add
    replace domain = "8" if domain == "rural_revitalisation"
    label define l_domain 9 "democracy and law", add
    replace domain = "9" if domain == "democracy_and_law"
    label define l_domain 10 "party and discipline", add
    replace domain = "10" if domain == "party_and_discipline"
    label define l_domain 11 "other", add
    replace domain = "11" if domain == "other"
    destring domain, replace
    label values domain l_domain
    label variable domain "primary domain"
    label variable other_domains "further domains"
    label define l_cofog 1 "general public services", add
    replace cofog = "1" if cofog == "01"
    label define l_cofog 2 "defence", add
    replace cofog = "2" if cofog == "02"
    label define l_cofog 3 "public order and safety", add
    replace cofog = "3" if cofog == "03"
    label define l_cofog 4 "economic affairs", add
    replace cofog = "4" if cofog == "04"
    label define l_cofog 5 "environmental protection", add
    replace cofog = "5" if cofog == "05"
    label define l_cofog 6 "housing and community amenities", add
    replace cofog = "6" if cofog == "06"
    label define l_cofog 7 "health", add
    replace cofog = "7" if cofog == "07"
    label define l_cofog 8 "recreation, culture and religion", add
    replace cofog = "8" if cofog == "08"
    label define l_cofog 9 "education", add
    replace cofog = "9" if cofog == "09"
    label define l_cofog 10 "social protection", add
    replace cofog = "10" if cofog == "10"
    destring cofog, replace
    label values cofog l_cofog
    label variable cofog "COFOG division"
    label define l_coded_from 1 "description", add
    replace coded_from = "1" if coded_from == "description"
    label define l_coded_from 2 "comment", add
    replace coded_from = "2" if coded_from == "comment"
    label define l_coded_from 3 "title", add
    replace coded_from = "3" if coded_from == "title"
    destring coded_from, replace
    label values coded_from l_coded_from
    label variable coded_from "coded from"
    label define l_coverage 1 "described", add
    replace coverage = "1" if coverage == "described"
    label define l_coverage 2 "comment only", add
    replace coverage = "2" if coverage == "comment_only"
    label define l_coverage 3 "title only", add
    replace coverage = "3" if coverage == "title_only"
    destring coverage, replace
    label values coverage l_coverage
    label variable coverage "coverage"
    label variable summary_zh "summary (zh)"
    label variable summary_en "summary (en)"
}
if "`table'" == "case_titles" {
    label variable id "id"
    label variable case "case"
    label variable title_zh "title (zh)"
    label define l_stands_in 1 "notice", add
    replace stands_in = "1" if stands_in == "notice"
    label define l_stands_in 2 "table of contents", add
    replace stands_in = "2" if stands_in == "contents"
    label define l_stands_in 3 "chapter head", add
    replace stands_in = "3" if stands_in == "chapter"
    label define l_stands_in 4 "list", add
    replace stands_in = "4" if stands_in == "list"
    label define l_stands_in 5 "heading", add
    replace stands_in = "5" if stands_in == "heading"
    destring stands_in, replace
    label values stands_in l_stands_in
    label variable stands_in "stands in"
    label variable source "source"
    destring page, replace
    label variable page "page"
}
if "`table'" == "case_relations" {
    label variable id "id"
    label variable case "case"
    label variable other "other case"
    label define l_kind 1 "same practice", add
    replace kind = "1" if kind == "same_practice"
    label define l_kind 2 "scaled up", add
    replace kind = "2" if kind == "scaled_up"
    label define l_kind 3 "component", add
    replace kind = "3" if kind == "component"
    label define l_kind 4 "carries on", add
    replace kind = "4" if kind == "carries_on"
    label define l_kind 5 "same reform elsewhere", add
    replace kind = "5" if kind == "same_reform"
    destring kind, replace
    label values kind l_kind
    label variable kind "kind"
    label define l_basis 1 "stated", add
    replace basis = "1" if basis == "stated"
    label define l_basis 2 "identical body and reform", add
    replace basis = "2" if basis == "identical"
    destring basis, replace
    label values basis l_basis
    label variable basis "basis"
    label variable reason_zh "reason (zh)"
    label variable reason_en "reason (en)"
}
if "`table'" == "reviews" {
    label variable id "id"
    label variable case "case"
    label variable reviewer_zh "reviewer (zh)"
    label variable reviewer_en "reviewer (en)"
    label variable positions_zh "positions (zh)"
    label variable positions_en "positions (en)"
    label variable affiliations "affiliations"
    label variable source "source"
}
if "`table'" == "places" {
    label variable id "id"
    label variable name_zh "name (zh)"
    label variable name_en "name (en)"
    label define l_kind 1 "division", add
    replace kind = "1" if kind == "division"
    label define l_kind 2 "township", add
    replace kind = "2" if kind == "township"
    label define l_kind 3 "village", add
    replace kind = "3" if kind == "village"
    label define l_kind 4 "zone", add
    replace kind = "4" if kind == "zone"
    label define l_kind 5 "characteristic town", add
    replace kind = "5" if kind == "characteristic_town"
    label define l_kind 6 "site", add
    replace kind = "6" if kind == "site"
    label define l_kind 7 "region", add
    replace kind = "7" if kind == "region"
    label define l_kind 8 "foreign city", add
    replace kind = "8" if kind == "foreign"
    destring kind, replace
    label values kind l_kind
    label variable kind "kind"
    label define l_level 1 "central", add
    replace level = "1" if level == "central"
    label define l_level 2 "province", add
    replace level = "2" if level == "province"
    label define l_level 3 "prefecture", add
    replace level = "3" if level == "prefecture"
    label define l_level 4 "county", add
    replace level = "4" if level == "county"
    label define l_level 5 "township", add
    replace level = "5" if level == "township"
    label define l_level 6 "village", add
    replace level = "6" if level == "village"
    label define l_level 7 "several levels", add
    replace level = "7" if level == "mixed"
    destring level, replace
    label values level l_level
    label variable level "level"
    label variable code "code"
    zj_day valid_from
    label variable valid_from "valid from"
    zj_day valid_to
    label variable valid_to "valid to"
    label variable parent "parent"
    label variable successor "successor"
    label variable parts_to "parts to"
    label variable aliases "aliases"
    destring latitude, replace
    label variable latitude "latitude"
    destring longitude, replace
    label variable longitude "longitude"
    label variable centroid_note "centroid note"
}
if "`table'" == "organisations" {
    label variable id "id"
    label variable name_zh "name (zh)"
    label variable name_en "name (en)"
    label define l_kind 1 "party body", add
    replace kind = "1" if kind == "party"
    label define l_kind 2 "government body", add
    replace kind = "2" if kind == "government"
    label define l_kind 3 "people's congress", add
    replace kind = "3" if kind == "congress"
    label define l_kind 4 "consultative conference", add
    replace kind = "4" if kind == "cppcc"
    label define l_kind 5 "court", add
    replace kind = "5" if kind == "court"
    label define l_kind 6 "joint body", add
    replace kind = "6" if kind == "joint"
    label define l_kind 7 "mass organisation", add
    replace kind = "7" if kind == "mass"
    label define l_kind 8 "media", add
    replace kind = "8" if kind == "media"
    label define l_kind 9 "research body", add
    replace kind = "9" if kind == "research"
    label define l_kind 10 "enterprise", add
    replace kind = "10" if kind == "enterprise"
    label define l_kind 11 "public body", add
    replace kind = "11" if kind == "public_body"
    destring kind, replace
    label values kind l_kind
    label variable kind "kind"
    label define l_level 1 "central", add
    replace level = "1" if level == "central"
    label define l_level 2 "province", add
    replace level = "2" if level == "province"
    label define l_level 3 "prefecture", add
    replace level = "3" if level == "prefecture"
    label define l_level 4 "county", add
    replace level = "4" if level == "county"
    label define l_level 5 "township", add
    replace level = "5" if level == "township"
    label define l_level 6 "village", add
    replace level = "6" if level == "village"
    label define l_level 7 "several levels", add
    replace level = "7" if level == "mixed"
    destring level, replace
    label values level l_level
    label variable level "level"
    label variable place "place"
    label variable aliases "aliases"
    label variable predecessor "predecessor"
}
if "`table'" == "indicators" {
    label variable id "id"
    label variable name_zh "name (zh)"
    label variable name_en "name (en)"
    label define l_family 1 "processing time", add
    replace family = "1" if family == "time"
    label define l_family 2 "time saved", add
    replace family = "2" if family == "time_saved"
    label define l_family 3 "steps", add
    replace family = "3" if family == "steps"
    label define l_family 4 "documents", add
    replace family = "4" if family == "documents"
    label define l_family 5 "items", add
    replace family = "5" if family == "items"
    label define l_family 6 "departments", add
    replace family = "6" if family == "departments"
    label define l_family 7 "online share", add
    replace family = "7" if family == "online_share"
    label define l_family 8 "satisfaction", add
    replace family = "8" if family == "satisfaction"
    label define l_family 9 "volume", add
    replace family = "9" if family == "volume"
    label define l_family 10 "data", add
    replace family = "10" if family == "data"
    label define l_family 11 "coverage", add
    replace family = "11" if family == "coverage"
    label define l_family 12 "outlets", add
    replace family = "12" if family == "outlets"
    label define l_family 13 "staff", add
    replace family = "13" if family == "staff"
    label define l_family 14 "land", add
    replace family = "14" if family == "land"
    label define l_family 15 "money", add
    replace family = "15" if family == "money"
    label define l_family 16 "firms and projects", add
    replace family = "16" if family == "firms"
    label define l_family 17 "rank", add
    replace family = "17" if family == "rank"
    label define l_family 18 "publicity", add
    replace family = "18" if family == "publicity"
    label define l_family 19 "population", add
    replace family = "19" if family == "population"
    label define l_family 20 "inspection", add
    replace family = "20" if family == "inspection"
    label define l_family 21 "rules", add
    replace family = "21" if family == "rules"
    label define l_family 22 "structure", add
    replace family = "22" if family == "structure"
    label define l_family 23 "award", add
    replace family = "23" if family == "award"
    label define l_family 24 "bibliographic", add
    replace family = "24" if family == "bibliographic"
    label define l_family 25 "time span", add
    replace family = "25" if family == "time_span"
    label define l_family 26 "other", add
    replace family = "26" if family == "other"
    destring family, replace
    label values family l_family
    label variable family "family"
    label variable definition_zh "definition (zh)"
    label variable definition_en "definition (en)"
    label variable scope_zh "scope (zh)"
    label variable scope_en "scope (en)"
    label variable variant_of "variant of"
    label define l_dimension 1 "duration", add
    replace dimension = "1" if dimension == "duration"
    label define l_dimension 2 "working time", add
    replace dimension = "2" if dimension == "working_time"
    label define l_dimension 3 "per cent", add
    replace dimension = "3" if dimension == "percent"
    label define l_dimension 4 "percentage points", add
    replace dimension = "4" if dimension == "percentage_point"
    label define l_dimension 5 "count", add
    replace dimension = "5" if dimension == "count"
    label define l_dimension 6 "number", add
    replace dimension = "6" if dimension == "number"
    label define l_dimension 7 "money", add
    replace dimension = "7" if dimension == "money"
    label define l_dimension 8 "area", add
    replace dimension = "8" if dimension == "area"
    label define l_dimension 9 "length", add
    replace dimension = "9" if dimension == "length"
    label define l_dimension 10 "mass", add
    replace dimension = "10" if dimension == "mass"
    label define l_dimension 11 "volume", add
    replace dimension = "11" if dimension == "volume"
    label define l_dimension 12 "power", add
    replace dimension = "12" if dimension == "power"
    label define l_dimension 13 "energy", add
    replace dimension = "13" if dimension == "energy"
    label define l_dimension 14 "temperature", add
    replace dimension = "14" if dimension == "temperature"
    label define l_dimension 15 "multiple", add
    replace dimension = "15" if dimension == "multiple"
    label define l_dimension 16 "ratio", add
    replace dimension = "16" if dimension == "ratio"
    label define l_dimension 17 "rate", add
    replace dimension = "17" if dimension == "rate"
    label define l_dimension 18 "score", add
    replace dimension = "18" if dimension == "score"
    label define l_dimension 19 "transport volume", add
    replace dimension = "19" if dimension == "transport"
    label define l_dimension 20 "age", add
    replace dimension = "20" if dimension == "age"
    label define l_dimension 21 "rank", add
    replace dimension = "21" if dimension == "rank"
    label define l_dimension 22 "grade", add
    replace dimension = "22" if dimension == "grade"
    label define l_dimension 23 "voltage", add
    replace dimension = "23" if dimension == "voltage"
    label define l_dimension 24 "pressure", add
    replace dimension = "24" if dimension == "pressure"
    label define l_dimension 25 "force", add
    replace dimension = "25" if dimension == "force"
    label define l_dimension 26 "frequency", add
    replace dimension = "26" if dimension == "frequency"
    label define l_dimension 27 "sound level", add
    replace dimension = "27" if dimension == "sound_level"
    label define l_dimension 28 "amount of data", add
    replace dimension = "28" if dimension == "data"
    destring dimension, replace
    label values dimension l_dimension
    label variable dimension "dimension"
    label define l_direction 1 "lower is better", add
    replace direction = "1" if direction == "lower"
    label define l_direction 2 "higher is better", add
    replace direction = "2" if direction == "higher"
    label define l_direction 3 "neutral", add
    replace direction = "3" if direction == "neutral"
    destring direction, replace
    label values direction l_direction
    label variable direction "direction"
    label define l_category 1 "input", add
    replace category = "1" if category == "input"
    label define l_category 2 "activity", add
    replace category = "2" if category == "activity"
    label define l_category 3 "output", add
    replace category = "3" if category == "output"
    label define l_category 4 "outcome", add
    replace category = "4" if category == "outcome"
    label define l_category 5 "context", add
    replace category = "5" if category == "context"
    label define l_category 6 "award process", add
    replace category = "6" if category == "award_process"
    label define l_category 7 "bibliographic", add
    replace category = "7" if category == "bibliographic"
    destring category, replace
    label values category l_category
    label variable category "category"
}
if "`table'" == "metrics" {
    label variable id "id"
    label variable about "about"
    label variable case "case"
    label variable indicator "indicator"
    label define l_position 1 "before", add
    replace position = "1" if position == "before"
    label define l_position 2 "after", add
    replace position = "2" if position == "after"
    label define l_position 3 "change", add
    replace position = "3" if position == "change"
    label define l_position 4 "level", add
    replace position = "4" if position == "level"
    destring position, replace
    label values position l_position
    label variable position "position"
    label define l_status 1 "achieved", add
    replace status = "1" if status == "achieved"
    label define l_status 2 "target", add
    replace status = "2" if status == "target"
    label define l_status 3 "limit", add
    replace status = "3" if status == "limit"
    label define l_status 4 "promise", add
    replace status = "4" if status == "promise"
    label define l_status 5 "rule", add
    replace status = "5" if status == "rule"
    label define l_status 6 "plan", add
    replace status = "6" if status == "plan"
    destring status, replace
    label values status l_status
    label variable status "status"
    label define l_aggregate 1 "single", add
    replace aggregate = "1" if aggregate == "single"
    label define l_aggregate 2 "mean", add
    replace aggregate = "2" if aggregate == "mean"
    label define l_aggregate 3 "minimum", add
    replace aggregate = "3" if aggregate == "min"
    label define l_aggregate 4 "maximum", add
    replace aggregate = "4" if aggregate == "max"
    label define l_aggregate 5 "total", add
    replace aggregate = "5" if aggregate == "total"
    label define l_aggregate 6 "each", add
    replace aggregate = "6" if aggregate == "each"
    destring aggregate, replace
    label values aggregate l_aggregate
    label variable aggregate "aggregate"
    label define l_accrual 1 "instant", add
    replace accrual = "1" if accrual == "instant"
    label define l_accrual 2 "period", add
    replace accrual = "2" if accrual == "period"
    label define l_accrual 3 "cumulative", add
    replace accrual = "3" if accrual == "cumulative"
    destring accrual, replace
    label values accrual l_accrual
    label variable accrual "accrual"
    label variable per "per"
    capture destring value, replace force  // fractions such as 1/3 are missing
    label variable value "value"
    capture destring upper, replace force  // fractions such as 1/3 are missing
    label variable upper "upper"
    label variable lower_open "lower open"
    label variable upper_open "upper open"
    capture destring implied_high, replace force  // fractions such as 1/3 are missing
    label variable implied_high "implied high"
    label variable bound "bound"
    label variable unit "unit"
    label variable base "base"
    label define l_base_status 1 "stated", add
    replace base_status = "1" if base_status == "stated"
    label define l_base_status 2 "unstated", add
    replace base_status = "2" if base_status == "unstated"
    label define l_base_status 3 "unclear", add
    replace base_status = "3" if base_status == "unclear"
    label define l_base_status 4 "not applicable", add
    replace base_status = "4" if base_status == "not_applicable"
    destring base_status, replace
    label values base_status l_base_status
    label variable base_status "base status"
    label variable population "population"
    label variable part_of "part of"
    label define l_composition 1 "partition", add
    replace composition = "1" if composition == "partition"
    label define l_composition 2 "subset", add
    replace composition = "2" if composition == "subset"
    label define l_composition 3 "same set", add
    replace composition = "3" if composition == "same_set"
    destring composition, replace
    label values composition l_composition
    label variable composition "composition"
    zj_day period
    label variable period "period"
    label variable period_text "period text"
    label define l_period_status 1 "stated", add
    replace period_status = "1" if period_status == "stated"
    label define l_period_status 2 "reconstructed", add
    replace period_status = "2" if period_status == "reconstructed"
    label define l_period_status 3 "inferred", add
    replace period_status = "3" if period_status == "inferred"
    label define l_period_status 4 "ambiguous", add
    replace period_status = "4" if period_status == "ambiguous"
    destring period_status, replace
    label values period_status l_period_status
    label variable period_status "period status"
    label variable rank_scope "rank scope"
    label define l_qualifier 1 "under normal conditions", add
    replace qualifier = "1" if qualifier == "normal_conditions"
    label define l_qualifier 2 "in principle", add
    replace qualifier = "2" if qualifier == "in_principle"
    label define l_qualifier 3 "individual cases", add
    replace qualifier = "3" if qualifier == "individual_cases"
    destring qualifier, replace
    label values qualifier l_qualifier
    label variable qualifier "qualifier"
    label variable quality "quality"
    label variable inconsistent_with "inconsistent with"
    label define l_reading 1 "whole", add
    replace reading = "1" if reading == "whole"
    label define l_reading 2 "elided unit", add
    replace reading = "2" if reading == "elided_unit"
    label define l_reading 3 "context", add
    replace reading = "3" if reading == "context"
    label define l_reading 4 "name", add
    replace reading = "4" if reading == "name"
    destring reading, replace
    label values reading l_reading
    label variable reading "reading"
    label variable note_zh "note (zh)"
    label variable note_en "note (en)"
}
if "`table'" == "pairings" {
    label variable id "id"
    label variable before "before"
    label variable after "after"
    label variable reported "reported"
    label define l_comparator 1 "own past", add
    replace comparator = "1" if comparator == "own_past"
    label define l_comparator 2 "traditional mode", add
    replace comparator = "2" if comparator == "traditional_mode"
    label define l_comparator 3 "target", add
    replace comparator = "3" if comparator == "target"
    label define l_comparator 4 "external", add
    replace comparator = "4" if comparator == "external"
    label define l_comparator 5 "peer", add
    replace comparator = "5" if comparator == "peer"
    label define l_comparator 6 "whole", add
    replace comparator = "6" if comparator == "whole"
    label define l_comparator 7 "not stated", add
    replace comparator = "7" if comparator == "unstated"
    destring comparator, replace
    label values comparator l_comparator
    label variable comparator "comparator"
    replace like_with_like = cond(like_with_like == "true", "1", cond(like_with_like == "false", "0", ""))
    destring like_with_like, replace
    label variable like_with_like "like with like"
    label variable why_not_zh "why not (zh)"
    label variable why_not_en "why not (en)"
}
if "`table'" == "non_figures" {
    label variable id "id"
    label define l_kind 1 "quantity", add
    replace kind = "1" if kind == "quantity"
    label define l_kind 2 "date", add
    replace kind = "2" if kind == "date"
    label define l_kind 3 "ordinal", add
    replace kind = "3" if kind == "ordinal"
    label define l_kind 4 "name", add
    replace kind = "4" if kind == "name"
    label define l_kind 5 "marker", add
    replace kind = "5" if kind == "marker"
    label define l_kind 6 "identifier", add
    replace kind = "6" if kind == "identifier"
    label define l_kind 7 "lexical", add
    replace kind = "7" if kind == "lexical"
    destring kind, replace
    label values kind l_kind
    label variable kind "kind"
    zj_day edtf
    label variable edtf "EDTF date"
    label define l_date_status 1 "stated", add
    replace date_status = "1" if date_status == "stated"
    label define l_date_status 2 "reconstructed", add
    replace date_status = "2" if date_status == "reconstructed"
    label define l_date_status 3 "inferred", add
    replace date_status = "3" if date_status == "inferred"
    label define l_date_status 4 "ambiguous", add
    replace date_status = "4" if date_status == "ambiguous"
    destring date_status, replace
    label values date_status l_date_status
    label variable date_status "date status"
    destring value, replace
    label variable value "value"
    label variable note "note"
}
if "`table'" == "terms" {
    label variable id "id"
    label variable name_zh "name (zh-Hans)"
    label variable name_hant "name (zh-Hant)"
    label variable name_en "name (en)"
    label define l_kind 1 "reform", add
    replace kind = "1" if kind == "reform"
    label define l_kind 2 "platform", add
    replace kind = "2" if kind == "platform"
    label define l_kind 3 "mechanism", add
    replace kind = "3" if kind == "mechanism"
    label define l_kind 4 "framework", add
    replace kind = "4" if kind == "framework"
    label define l_kind 5 "regulation", add
    replace kind = "5" if kind == "regulation"
    label define l_kind 6 "plan or document", add
    replace kind = "6" if kind == "plan"
    label define l_kind 7 "institution", add
    replace kind = "7" if kind == "institution"
    label define l_kind 8 "slogan", add
    replace kind = "8" if kind == "slogan"
    destring kind, replace
    label values kind l_kind
    label variable kind "kind"
    label variable aliases "aliases"
    label variable definition_zh "definition (zh)"
    label variable definition_en "definition (en)"
    label variable operator "operator"
    label variable place "place"
    zj_day since
    label variable since "since"
    label variable cases "cases"
    label variable related "related terms"
}
if "`table'" == "term_parts" {
    label variable id "id"
    label variable term "term"
    destring order, replace
    label variable order "order"
    label variable name_zh "name (zh)"
    label variable name_en "name (en)"
    label variable from_zh "from (zh)"
    label variable from_en "from (en)"
    label variable to_zh "to (zh)"
    label variable to_en "to (en)"
    label variable part "part term"
}
if "`table'" == "events" {
    label variable id "id"
    label define l_kind 1 "launch", add
    replace kind = "1" if kind == "launch"
    label define l_kind 2 "plan", add
    replace kind = "2" if kind == "plan"
    label define l_kind 3 "law", add
    replace kind = "3" if kind == "law"
    label define l_kind 4 "body set up", add
    replace kind = "4" if kind == "body"
    label define l_kind 5 "opening", add
    replace kind = "5" if kind == "opening"
    label define l_kind 6 "announcement", add
    replace kind = "6" if kind == "announcement"
    label define l_kind 7 "award", add
    replace kind = "7" if kind == "award"
    label define l_kind 8 "milestone", add
    replace kind = "8" if kind == "milestone"
    label define l_kind 9 "endorsement", add
    replace kind = "9" if kind == "endorsement"
    label define l_kind 10 "adoption", add
    replace kind = "10" if kind == "adoption"
    label define l_kind 11 "claim of being first", add
    replace kind = "11" if kind == "first_claim"
    destring kind, replace
    label values kind l_kind
    label variable kind "kind"
    label variable name_zh "name (zh)"
    label variable name_en "name (en)"
    zj_day date
    label variable date "date"
    label variable date_text "date text"
    label define l_date_status 1 "stated", add
    replace date_status = "1" if date_status == "stated"
    label define l_date_status 2 "reconstructed", add
    replace date_status = "2" if date_status == "reconstructed"
    label define l_date_status 3 "inferred", add
    replace date_status = "3" if date_status == "inferred"
    label define l_date_status 4 "ambiguous", add
    replace date_status = "4" if date_status == "ambiguous"
    destring date_status, replace
    label values date_status l_date_status
    label variable date_status "date status"
    destring order, replace
    label variable order "order"
    label variable actors "actors"
    label variable actor_text "actor text"
    label variable receiver "receiver"
    label define l_endorsement 1 "written instruction", add
    replace endorsement = "1" if endorsement == "instruction"
    label define l_endorsement 2 "praise", add
    replace endorsement = "2" if endorsement == "praise"
    label define l_endorsement 3 "model case", add
    replace endorsement = "3" if endorsement == "model_case"
    label define l_endorsement 4 "external award", add
    replace endorsement = "4" if endorsement == "external_award"
    label define l_endorsement 5 "roll-out", add
    replace endorsement = "5" if endorsement == "roll_out"
    label define l_endorsement 6 "pilot status", add
    replace endorsement = "6" if endorsement == "pilot_status"
    destring endorsement, replace
    label values endorsement l_endorsement
    label variable endorsement "endorsement"
    label define l_extent 1 "pilot", add
    replace extent = "1" if extent == "pilot"
    label define l_extent 2 "full", add
    replace extent = "2" if extent == "full"
    label define l_extent 3 "not stated", add
    replace extent = "3" if extent == "unstated"
    destring extent, replace
    label values extent l_extent
    label variable extent "extent"
    label define l_claim_scope 1 "world", add
    replace claim_scope = "1" if claim_scope == "world"
    label define l_claim_scope 2 "nation", add
    replace claim_scope = "2" if claim_scope == "nation"
    label define l_claim_scope 3 "province", add
    replace claim_scope = "3" if claim_scope == "province"
    label define l_claim_scope 4 "city", add
    replace claim_scope = "4" if claim_scope == "city"
    label define l_claim_scope 5 "not stated", add
    replace claim_scope = "5" if claim_scope == "unstated"
    destring claim_scope, replace
    label values claim_scope l_claim_scope
    label variable claim_scope "claim scope"
    label variable term "term"
    label variable case "case"
    label variable place "place"
}
if "`table'" == "mentions" {
    label variable id "id"
    label variable of "of"
    label variable source "source"
    destring start, replace
    label variable start "start"
    destring end, replace
    label variable end "end"
    label variable surface "surface"
    label define l_voice 1 "applicant", add
    replace voice = "1" if voice == "applicant"
    label define l_voice 2 "official", add
    replace voice = "2" if voice == "official"
    label define l_voice 3 "yearbook", add
    replace voice = "3" if voice == "yearbook"
    label define l_voice 4 "journalist", add
    replace voice = "4" if voice == "journalist"
    label define l_voice 5 "expert", add
    replace voice = "5" if voice == "expert"
    label define l_voice 6 "host", add
    replace voice = "6" if voice == "host"
    destring voice, replace
    label values voice l_voice
    label variable voice "voice"
    label define l_damage 1 "lost", add
    replace damage = "1" if damage == "lost"
    label define l_damage 2 "merged", add
    replace damage = "2" if damage == "merged"
    label define l_damage 3 "spaced", add
    replace damage = "3" if damage == "spaced"
    label define l_damage 4 "withheld", add
    replace damage = "4" if damage == "withheld"
    destring damage, replace
    label values damage l_damage
    label variable damage "damage"
    label variable context "context"
    destring paragraph, replace
    label variable paragraph "paragraph"
    destring sentence, replace
    label variable sentence "sentence"
}
if "`table'" == "codings" {
    label variable id "id"
    label variable of "of"
    label variable field "field"
    label variable coder "coder"
    label variable value "value"
}
