"""One document, several items."""

import pytest

from tests.models.reading.test_documents import read

COUNCIL = (
    "本报江城11月26日讯（记者 石磊）今天上午，全县水利\n"
    "工作会议召开，总结去年水利建设成果，部署下一步重\n点任务，县长江小宁出席并讲话。\n\n"
    "会议指出，全县完成水利投资12.6亿元，新建灌溉渠道\n310公里，受益农田23万亩。\n\n"
)
FARM = (
    "■本报通讯员 陈晓燕\n\n走进东坡镇李家村，连片的稻田里水波荡漾，村民正\n"
    "忙着投放虾苗。今年全镇稻虾共作面积达到1.2万亩，\n预计亩均增收2000元。\n\n"
    "“以前种一季稻，一亩地挣不了几个钱，现在一田两收\n，日子有奔头。”村民刘大海说。\n\n"
)
PHOTO = (
    "据统计，今年前10个月，全县外贸进出口总值53.3亿元，\n同比增长29.7%。图为工人在码头装船。\n\n"
    "■记者 高远 摄\n"
)
COUNCIL_TITLE, FARM_TITLE = "全县水利工作会议召开\n\n", "东坡镇：稻虾共作富了一方人\n\n"


ROAD = "青石县今年新建农村公路120公里，总投资3.6亿元，沿线26个村的村民从此出门就能坐上公交车。\n"
PORT = "渡口镇新码头昨日开工，设计年吞吐量200万吨，预计明年6月投入使用，将带动就业300余人。\n"
RICE = "东坡镇的稻虾田今年又扩大了三千亩，合作社统一供苗、统一收购，社员不出村就卖掉了虾。\n"


def titles(page: str) -> list[tuple[str | None, str]]:
    """Title and first characters of each article of a page."""
    return [(a["title"], a["text"][:4]) for a in read(page.encode(), "x/page.txt").to_dicts()]


def test_headlines_may_stand_above_their_bodies() -> None:
    assert titles(COUNCIL_TITLE + COUNCIL + FARM_TITLE + FARM) == [
        ("全县水利工作会议召开", "今天上午"),
        ("东坡镇：稻虾共作富了一方人", "走进东坡"),
    ]


def test_headlines_may_stand_below_their_bodies_and_captions_have_none() -> None:
    assert titles(COUNCIL + COUNCIL_TITLE + FARM + FARM_TITLE + PHOTO) == [
        ("全县水利工作会议召开", "今天上午"),
        ("东坡镇：稻虾共作富了一方人", "走进东坡"),
        (None, "据统计，"),
    ]


def test_the_masthead_dates_the_whole_page() -> None:
    page = "江城日报 2022年11月27日 星期日 第3版\n\n" + COUNCIL_TITLE + COUNCIL + FARM_TITLE + FARM
    articles = read(page.encode(), "x/page.txt").to_dicts()
    assert {(str(a["published_on"]), a["outlet"]) for a in articles} == {("2022-11-27", "江城日报")}
    assert str(articles[0]["dateline_on"]) == "2022-11-26"


def test_a_source_line_with_every_item_cuts_a_collection() -> None:
    item = (
        "{}\n作者：石磊;江宁  时间：{}\n\n"
        "　　本报江城电 （记者石磊）全县新增{}个基站，覆盖所有乡镇。\n\n"
    )
    text = item.format("基站进村", "2013-03-30", 12) + item.format("宽带入户", "2013-03-15", 30)
    articles = read(text.encode(), "x/y.txt").to_dicts()
    assert [(a["title"], str(a["published_on"])) for a in articles] == [
        ("基站进村", "2013-03-30"),
        ("宽带入户", "2013-03-15"),
    ]


def test_a_page_of_a_paper_in_print_has_titles_authors_and_column_labels() -> None:
    text = (
        "一户家庭开启智能新生活（“十四五”的发\n展镜头）\n本报记者\n\n石磊\n\n"
        "《江城日报》（2025年10月20日 第 02 版）\n\n"
        "新房装修，所有家电都是小两口精心挑选的，标准就\n"
        "一条：智能化，能解放双手就解放双手，生活更轻松。\n第 30 页\n\n"
        "服务消费潜力巨大\n江\n\n宁\n\n《江城日报》（2025年10月20日 第 02 版）\n\n"
        "服务消费一头连着经济，一头连着民生。2020年至2024\n"
        "年，服务性消费支出年均增长9.6%，前景十分广阔。\n第 31 页\n\n本版责编：高 远\n"
    )
    articles = read(text.encode(), "x/y.txt").to_dicts()
    assert [(a["title"], a["series"]) for a in articles] == [
        ("一户家庭开启智能新生活", "“十四五”的发展镜头"),
        ("服务消费潜力巨大", None),
    ]
    assert [[(b["name"], b["role"]) for b in a["bylines"]] for a in articles] == [
        [("石磊", "记者")],
        [("江宁", None)],
    ]
    assert "2020年至2024年，服务性" in articles[1]["text"]


def test_a_table_of_contents_holds_no_article() -> None:
    lines = [f"{n}. 某县第{n}批项目开工（民生故事）" for n in range(1, 20)]
    assert read(("某报文章目录\n" + "\n".join(lines)).encode(), "x/y.txt").height == 0


def test_a_file_named_after_its_story_lends_it_the_title() -> None:
    (article,) = read(
        "2014-04-30\n本报讯 山火今天扑灭。\n".encode(), "x/青石县森林火灾明火扑灭.txt"
    ).to_dicts()
    assert article["title"] == "青石县森林火灾明火扑灭"
    assert str(article["as_of"]) == "2014-04-30"


def test_a_label_behind_a_headline_is_its_series_and_the_name_below_its_author() -> None:
    tag = "《江城日报》（2025年10月20日 第 02 版）\n\n"
    body = (
        "修路为了群众，走访群众才知道哪条路最该修。把群众的事当作自己的事来办，路才会越走越宽。\n"
    )
    page = f"群众说好才是真的好（编辑手记）\n江 宁\n\n{tag}{body}"
    (article,) = read(page.encode(), "x/page.txt").to_dicts()
    assert (article["title"], article["series"]) == ("群众说好才是真的好", "编辑手记")
    assert [byline["name"] for byline in article["bylines"]] == ["江宁"]
    assert article["genre"] == "commentary"


def test_a_caption_above_the_headline_is_text() -> None:
    text = (
        "县长江小宁作政府工作报告。江城日报记者 石磊 摄\n政府工作报告\n"
        "（2026年1月7日在江城县第十四届人民代表大会第四次会议上）\n县长 江小宁\n各位代表：\n"
        "现在，我代表县人民政府向大会报告工作，请予审议，并请县政协委员提出意见。\n"
    )
    (article,) = read(text.encode(), "x/report.txt").to_dicts()
    assert (article["title"], article["genre"]) == ("政府工作报告", "report")
    assert article["blocks"][0]["kind"] == "caption"
    assert str(article["as_of"]) == "2026-01-07"


def test_pictures_of_an_agency_do_not_name_the_paper() -> None:
    item = (
        "江城公路通车\n作者：石磊  时间：2013-03-30\n\n图为新建成的江城大桥。\n新华社发\n\n"
        "本报江城3月29日电（记者石磊）江城公路今天全线通车，两岸群众出行时间缩短到二十分钟。\n\n"
    )
    articles = read((item + item).encode(), "peoples_daily/a.txt").to_dicts()
    assert {article["outlet"] for article in articles} == {"人民日报"}


@pytest.mark.parametrize(
    "rows",
    [
        "青石县新建公路120公里 2021-03-04\n东坡镇稻虾共作 2021-03-02\n渡口镇码头开工 2021-02-28\n",
        "[2021-03-04] 青石县新建公路\n[2021-03-02] 东坡镇稻虾共作\n[2021-02-28] 渡口镇码头开工\n",
        (
            "[交通] 青石县新建公路120公里2021/03/04\n[农业] 东坡镇稻虾共作2021/03/02\n"
            "[航运] 渡口镇码头开工2021/02/28\n首页 上一页 下一页 尾页 页次：1/2页 每页20条\n"
        ),
        (
            "东坡镇稻虾共作\n走进东坡镇李家村，连片的稻田里水波荡漾，村民正忙着投放今年第一批虾苗...\n"
            "渡口镇码头开工\n昨日上午，渡口镇新码头在江边正式开工，这是全县近年来最大的水运工程……\n"
            "县城公交换新车\n从本月起，县城的公交车陆续换成电动车，首批二十辆已经驶上了城区主干道...\n"
        ),
    ],
)
def test_a_list_of_headlines_holds_no_article(rows: str) -> None:
    assert read(rows.encode(), "x/list.txt").is_empty()


def test_days_in_a_story_do_not_make_it_a_list() -> None:
    text = (
        "青石县修路大事\n\n2021-03-04 全县开工。\n2021-05-06 全线贯通。\n2021-07-08 正式通车。\n"
        "三个月里，全县新建农村公路120公里，沿线26个村的村民从此出门就能坐上公交车。\n"
    )
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert article["title"] == "青石县修路大事"


@pytest.mark.parametrize(
    "numbers", [("", "", ""), ("一、", "二、", "三、"), ("①", "②", "③"), ("1.", "2.", "3.")]
)
def test_a_digest_is_cut_where_a_headline_stands_above_a_dateline(numbers: tuple[str, ...]) -> None:
    told = [
        f"{number}{title}\n本报讯（记者 石磊）{text}"
        for number, title, text in zip(
            numbers,
            ("青石县新建公路", "渡口镇码头开工", "东坡镇稻虾丰收"),
            (ROAD, PORT, RICE),
            strict=True,
        )
    ]
    text = "东湖日报 2021年3月4日 第3版\n" + "".join(told)
    articles = read(text.encode(), "x/y.txt").to_dicts()
    assert [(a["title"], a["text"][:3], str(a["published_on"])) for a in articles] == [
        ("青石县新建公路", "青石县", "2021-03-04"),
        ("渡口镇码头开工", "渡口镇", "2021-03-04"),
        ("东坡镇稻虾丰收", "东坡镇", "2021-03-04"),
    ]


@pytest.mark.parametrize(
    "items",
    [
        f"①青石县新建公路\n{ROAD}②渡口镇码头开工\n{PORT}③东坡镇稻虾丰收\n{RICE}",
        f"●{ROAD}●{PORT}●{RICE}",
        f"本报青石讯（记者 石磊）{ROAD}本报渡口讯（记者 江宁）{PORT}",
    ],
)
def test_short_items_without_headline_or_dateline_of_their_own_are_one_article(items: str) -> None:
    (article,) = read(f"一周要闻\n\n{items}".encode(), "x/y.txt").to_dicts()
    assert article["title"] == "一周要闻"


@pytest.mark.parametrize(
    "note",
    [
        "记者手记\n\n路通了，心就近了\n\n",
        "记者手记：路通了，心就近了\n\n",
        "【采访札记】路通了，心就近了\n\n",
    ],
)
def test_a_note_with_a_headline_of_its_own_is_an_article(note: str) -> None:
    text = (
        f"青石县修路记\n2021-03-04 来源：东湖日报\n本报记者 江宁\n\n{ROAD}\n{PORT}\n{RICE}\n{note}"
        f"{RICE}\n{ROAD}\n{PORT}（记者 石磊）\n"
    )
    story, found = read(text.encode(), "x/y.txt").to_dicts()
    assert (story["title"], story["text"].count("\n")) == ("青石县修路记", 2)
    assert (found["title"], found["genre"]) == ("路通了，心就近了", "commentary")
    assert found["series"] in ("记者手记", "采访札记")
    assert [byline["name"] for byline in found["bylines"]] == ["石磊"]
    assert {str(one["published_on"]) for one in (story, found)} == {"2021-03-04"}
    assert {one["outlet"] for one in (story, found)} == {"东湖日报"}


def test_a_note_without_a_headline_is_a_box_of_its_story() -> None:
    text = f"青石县修路记\n\n{ROAD}\n{PORT}\n{RICE}\n记者手记\n\n{RICE}\n{ROAD}\n{PORT}"
    (article,) = read(text.encode(), "x/y.txt").to_dicts()
    assert ("heading", "记者手记") in [(b["kind"], b["text"]) for b in article["blocks"]]


@pytest.mark.parametrize(
    "told",
    ["■本报记者 石磊\n\n", "2021-03-04 来源：东湖日报\n\n", "——全县一盘棋\n\n■本报记者 石磊\n\n"],
)
def test_sections_with_credits_of_their_own_are_articles(told: str) -> None:
    text = "# 东湖日报 2021年3月4日 第2版\n\n" + "".join(
        f"## {title}\n\n{told}{body}\n"
        for title, body in (
            ("青石县新建公路", ROAD),
            ("渡口镇码头开工", PORT),
            ("东坡镇丰收", RICE),
        )
    )
    articles = read(text.encode(), "x/y.md").to_dicts()
    assert [article["title"] for article in articles] == [
        "青石县新建公路",
        "渡口镇码头开工",
        "东坡镇丰收",
    ]
    assert {(a["outlet"], str(a["published_on"])) for a in articles} == {("东湖日报", "2021-03-04")}
    subtitles = {article["subtitle"] for article in articles}
    assert subtitles == {"全县一盘棋" if "——" in told else None}


def test_headlines_of_a_digest_may_stand_below_their_stories() -> None:
    text = "东湖日报 2021年3月4日 第3版\n" + "".join(
        f"本报讯（记者 {name}）{body}{title}\n"
        for name, title, body in (
            ("石磊", "青石县新建公路", ROAD),
            ("江宁", "渡口镇码头开工", PORT),
            ("高远", "东坡镇稻虾丰收", RICE),
        )
    )
    articles = read(text.encode(), "x/y.txt").to_dicts()
    assert [(a["title"], a["text"][:3], a["bylines"][0]["name"]) for a in articles] == [
        ("青石县新建公路", "青石县", "石磊"),
        ("渡口镇码头开工", "渡口镇", "江宁"),
        ("东坡镇稻虾丰收", "东坡镇", "高远"),
    ]
