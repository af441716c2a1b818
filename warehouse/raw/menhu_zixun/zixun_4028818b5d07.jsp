<%@ page pageEncoding="UTF-8"%>
<%@ include file="/portal/common/taglibs.jsp"%>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<title>大丰冷链中心让鲜鱼当天到沪- 【潮海产业网】</title>
<c:import url="/portal/common/init.jsp">
	<c:param name="isLastLoadPage">
		true
	</c:param>
</c:import>
</head>
<body>
<c:import url="/portal/top.jsp"><c:param name="menu">true</c:param></c:import>
<div class="navCurrent"><a href="/portal/index.jsp">首页</a> <a href="#">产业资讯</a></div>
<div id="conBody">
 <div class="frameNews">
  <h1>大丰冷链中心让鲜鱼当天到沪</h1>
  <div class="source"><span>时间：2024-05-17 09:30</span> <span>来源：江左日报</span> <span>作者：桑榆晚</span></div>
  <div class="news_real">
<p>凌晨四点，斗龙港的渔船刚靠码头，工人就把装满小黄鱼的泡沫箱送进大丰冷链物流中心的预冷间，四个小时后，这<br />
批鲜鱼已经摆上了上海水产市场的摊位。</p>
<p>&nbsp;&nbsp;&nbsp; 中心负责人柏舟介绍，项目总投资4.6亿元，建有冷库12万立方米，去年5月投用以来累计发运水产品8.3万吨，
其中发往上海的占62%。</p>
<p>变化也写在渔民的账本上。斗龙港村党总支书记江亦行说，全村86条渔船去年户均增收2.7万元，损耗率由过去的12%降到<br>4%，连从前当饲料卖的小杂鱼也卖出了好价钱。<br>　　今年，中心还将新建分拣线3条，日处理能力提高到600吨。</p>
<p><strong>相关链接</strong></p>
<p>大丰冷链物流中心由大丰区港口集团投资，2022年3月开工，设收货、预冷、分拣、发运四个区，可同时停靠冷藏车40辆，是盐城沿海规模最大的水产冷链项目。</p>
<p><strong>记者手记</strong></p>
<p><strong>一箱鱼里的时间账</strong></p>
<p>采访那天，我跟着一箱小黄鱼走完了全程。码头到预冷间十一分钟，装车八分钟，高速路上三个半小时。渔民不懂冷链的术语，他们只说：“鱼眼睛还是亮的。”</p>
<p>从前缺的不是鱼，是时间。路修好了，库建起来了，海边的村子离大城市就只剩半个早晨的路程。把时间还给渔民，账自然就算得过来了。（见习记者 桑榆晚）</p>
  </div>
  <div class="prevnext"><p>上一篇：<a href="#">射阳风电叶片基地二期开工</a></p></div>
 </div>
</div>
<div class="footer">潮海产业网 版权所有 苏ICP备00000000号</div>
</body>
</html>
