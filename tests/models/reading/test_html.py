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
        "<%@ page language='java' %>@extends('layout')\n<div><h3>青石县新建公路120公里</h3>"
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
