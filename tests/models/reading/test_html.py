"""Web pages of any age: the story stays, what the site put around it goes."""

import pytest

from tests.models.reading.test_documents import read

STORY = "<p>青石县今年新建农村公路120公里，总投资3.6亿元。</p><p>年底前全部通车。</p>"


def page(body: str, title: str = "青石县新建公路120公里") -> bytes:
    """A web page around a body."""
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "around",
    [
        "<div class='nav'><a href='/'>首页</a><a href='/n'>新闻中心</a></div>{}",
        "<div class='news_breadcrumb'><a>首页</a><a>新闻</a></div>{}",
        "{}<div class='relate_news'><h4>相关报道</h4><ul><li><a>某地粮食丰收</a></li></ul></div>",
        "{}<div>【<a>打印本页</a>】【<a>关闭窗口</a>】</div>",
        "{}<p>上一篇：<a>县局检查安全</a></p><p>下一篇：没有了</p>",
        "{}<div>版权所有：青石县人民政府 某ICP备00000000号</div>",
        "{}<script>var a='青石县';</script><style>p{{color:red}}</style>",
        "{}<div style='display:none'>隐藏的广告文字。</div>",
        "<div class='full-blog right-sidebar'>{}</div>",
        "<table><tr><td><table><tr><td>{}</td></tr></table></td></tr></table>",
    ],
)
def test_the_site_around_a_story_goes(around: str) -> None:
    body = around.format(f"<h1>青石县新建公路120公里</h1>{STORY * 8}")
    (article,) = read(page(body), "a/b.jsp").to_dicts()
    assert article["title"] == "青石县新建公路120公里"
    assert set(article["text"].split("\n")) == {
        "青石县今年新建农村公路120公里，总投资3.6亿元。",
        "年底前全部通车。",
    }


def test_breaks_separate_paragraphs_and_spans_do_not() -> None:
    body = "<h1>青石县新建公路120公里</h1><p>　　全县有<span>126</span>个村。<br>　　一是修路。</p>"
    (article,) = read(page(body), "a/b.html").to_dicts()
    assert article["text"] == "全县有126个村。\n一是修路。"


BROKEN = "县里把修路当作头等大事来抓，今年新建的农村公路里程占到全市的一半，沿线的"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (f"<p>{BROKEN}<br/>村民都说好。</p>", [f"{BROKEN}村民都说好。"]),
        (f"<p>{BROKEN}村庄</p><p>，都通了车。</p>", [f"{BROKEN}村庄，都通了车。"]),
        (f"<p>{BROKEN}<br/>　　村民都说好。</p>", [BROKEN, "村民都说好。"]),
        (f"<p>{BROKEN}<br/>&nbsp; &nbsp;村民都说好。</p>", [BROKEN, "村民都说好。"]),
        (f"<p>{BROKEN}<br/><br/>村民都说好。</p>", [BROKEN, "村民都说好。"]),
        (f"<p>[导读]{BROKEN}<br/>村民都说好。</p>", [f"[导读]{BROKEN}", "村民都说好。"]),
    ],
)
def test_a_lone_break_in_mid_sentence_ends_no_paragraph(body: str, texts: list[str]) -> None:
    (article,) = read(page(f"<h1>青石县新建公路120公里</h1>{body}{STORY}"), "a/b.jsp").to_dicts()
    assert article["text"].split("\n")[: len(texts)] == texts


def test_a_source_line_gives_day_outlet_and_authors() -> None:
    body = (
        "<h4>青石县新建公路120公里</h4><div><span>2015年12月05日 08：05</span>"
        f"<span>来源：东湖网-东湖日报</span></div>{STORY}<p>【 编辑：石磊  作者：江宁】</p>"
    )
    (article,) = read(page(body, "detail.html"), "a/b.jsp").to_dicts()
    assert (str(article["published_on"]), article["outlet"]) == ("2015-12-05", "东湖日报")
    assert [(b["name"], b["role"]) for b in article["bylines"]] == [
        ("石磊", "编辑"),
        ("江宁", "作者"),
    ]


def test_a_lower_heading_under_the_title_is_the_subtitle() -> None:
    body = f"<h1>青石县交通建设提速</h1><h2>年内通车120公里</h2>{STORY}"
    (article,) = read(page(body, "青石县融媒体"), "a/b.html").to_dicts()
    assert (article["title"], article["subtitle"]) == ("青石县交通建设提速", "年内通车120公里")


def test_rows_of_a_table_are_one_block_each() -> None:
    rows = (
        "<tr><td>水泥</td><td>吨</td><td>15767</td></tr><tr><td>布</td><td>米</td><td>83</td></tr>"
    )
    table = f"<table>{rows}</table>"
    (article,) = read(page(f"<h1>青石县新建公路120公里</h1>{STORY}{table}"), "a/b.html").to_dicts()
    assert [block["text"] for block in article["blocks"]][-2:] == ["水泥 吨 15767", "布 米 83"]


def test_server_templates_are_no_text() -> None:
    source = (
        "<%@ page language='java' %><c:import url='top'><c:param name='x'>true</c:param></c:import>"
        "@extends('layout')\n<div><h3>青石县新建公路120公里</h3>"
        f"{{{{-- <p>删去的段落。</p> --}}}}<?php use x; ?>{STORY}</div>"
    )
    (article,) = read(source.encode(), "a/b.blade.php").to_dicts()
    assert article["text"].startswith("青石县今年")
    assert "删去" not in article["text"]


def test_a_short_line_below_a_picture_is_its_caption() -> None:
    body = (
        f"<h1>青石县新建公路120公里</h1>{STORY}<p><img src='a.png'></p><p>开工仪式现场</p>{STORY}"
    )
    (article,) = read(page(body), "a/b.html").to_dicts()
    captions = [b["text"] for b in article["blocks"] if b["kind"] == "caption"]
    assert captions == ["开工仪式现场"]


def test_nesting_may_be_deep() -> None:
    deep = "<div>" * 3000 + STORY + "</div>" * 3000
    assert read(page(f"<h1>青石县新建公路120公里</h1>{deep}"), "a/b.html").height == 1


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("全县“书香之家”评选启动仪式", "暨读书会在江城一中举行"),
        ("江城县第四中学举行", "“文明出行”主题宣传活动"),
    ],
)
def test_a_headline_may_go_on_one_level_lower(upper: str, lower: str) -> None:
    page = (
        f"<body><h1>{upper}</h1><h2>{lower}</h2><p>日期：2017年11月30日</p>"
        "<p>为推动全民阅读，江城县近日组织全县中小学生开展读书活动，两千名师生参加。</p></body>"
    )
    (article,) = read(page.encode(), "x/y.html").to_dicts()
    assert article["title"].replace(" ", "") == upper + lower
    assert article["subtitle"] is None


def test_a_site_names_itself_beside_its_channel() -> None:
    page = (
        "<title>江城教育在线&middot;校园采风</title><body><h1>第四中学举行读书会</h1>"
        "<p><span>学校: 第四中学</span><br>|<br><span>日期: 2017年09月29日 09:22</span></p>"
        "<p>为推动全民阅读，第四中学近日组织全校师生开展读书活动，两千名师生参加。</p></body>"
    )
    (article,) = read(page.encode(), "x/y.html").to_dicts()
    assert (article["title"], article["outlet"]) == ("第四中学举行读书会", "江城教育在线")


ROAD_STORY = (
    "<p>江城县今年新建改建农村公路120公里，受益群众达到3.2万人。</p>"
    "<p>县交通局局长石磊介绍，全县完成投资12.6亿元，同比增长8.5%。</p>"
)
ROAD = "农村公路建设跑出加速度"


@pytest.mark.parametrize(
    ("head", "tail", "outlet", "names"),
    [
        (  # fields of a source line that run together
            f"<h2>{ROAD}</h2><div>时间:2023-05-18 09:12来源:江城日报作者:高远点击:<i></i>次</div>",
            "<p>(责任编辑：admin)</p><p>本站所有文章均来自互联网，如有侵权请联系。</p>",
            "江城日报",
            ["高远"],
        ),
        (  # day and source above the headline, the day in pieces
            (
                "<div><b>2023</b> <b><em>05</em>/<em>18</em></b> <b>09:12:33</b></div>"
                f"<div>来源：江城网</div><h1>{ROAD}</h1>"
            ),
            "<p>【责任编辑：高远】</p><p>010030071010000000000000011100001</p>",
            "江城网",
            ["高远"],
        ),
        (  # a channel that names itself by its last word
            f"<div>{ROAD}</div><div>2023-05-18 来源：江城融媒</div>",
            "<p>点个“在看”再走吧</p>",
            "江城融媒",
            [],
        ),
        (  # a page of a newspaper: subtitle, page tag, authors
            (
                f"<h2>{ROAD}</h2><div>——全县村村通公交</div>"
                "<div>《江城日报》 ( 2023年05月18日　 第 02 版)</div><div>□ 本报记者 石磊</div>"
            ),
            "",
            "江城日报",
            ["石磊"],
        ),
    ],
)
def test_pages_of_many_makers_give_the_same_story(
    head: str, tail: str, outlet: str, names: list[str]
) -> None:
    page = f"<html><title>{ROAD}</title><body>{head}<div>{ROAD_STORY}</div>{tail}</body></html>"
    (article,) = read(page.encode(), "x/y.html").to_dicts()
    assert (article["title"], article["outlet"]) == (ROAD, outlet)
    assert str(article["published_on"]) == "2023-05-18"
    assert [byline["name"] for byline in article["bylines"]] == names
    assert article["text"].startswith("江城县今年")
    assert article["text"].endswith("8.5%。")


def test_a_headline_beside_its_text_does_not_hide_it() -> None:
    page = (
        f"<title>江城日报数字报-{ROAD}</title><body><p>第02版：要闻 上一版 下一版</p>"
        f"<div>{ROAD_STORY}</div><div><p>{ROAD}</p><p>2023年05月18日 星期四</p></div></body>"
    )
    (article,) = read(page.encode(), "x/y.html").to_dicts()
    assert article["title"] == ROAD
    assert article["text"].startswith("江城县今年")
    assert article["text"].endswith("8.5%。")


def test_a_lower_heading_directly_above_the_title_is_the_kicker() -> None:
    page = (
        f"<title>{ROAD}--江城网</title><body><h4>经济新方位</h4><h1>{ROAD}</h1>{ROAD_STORY}</body>"
    )
    (article,) = read(page.encode(), "x/y.html").to_dicts()
    assert (article["kicker"], article["title"]) == ("经济新方位", ROAD)


def test_the_number_of_a_newspaper_page_is_no_headline() -> None:
    body = (
        "<div>第03版：县区新闻</div><div>2021年03月04日 星期四</div>"
        "<table><tr><td>系列报道③</td></tr>"
        "<tr><td>青石县新建公路120公里</td></tr><tr><td>——“四好农村路”纪实</td></tr></table>"
        f"<div>{STORY}</div>"
    )
    (article,) = read(page(body, "东湖日报数字报-青石县新建公路120公里"), "a/b.html").to_dicts()
    assert (article["title"], article["subtitle"]) == ("青石县新建公路120公里", "“四好农村路”纪实")
    assert (article["series"], article["series_number"]) == ("系列报道", 3)
    assert (article["outlet"], str(article["published_on"])) == ("东湖日报", "2021-03-04")
