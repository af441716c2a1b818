<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ include file="/WEB-INF/views/common/taglibs.jsp"%>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
<meta name="SiteName" content="盐城市工业和信息化局">
<title>“盐企通”平台2023年办理企业诉求情况通报-盐城市工业和信息化局</title>
<link rel="stylesheet" type="text/css" href="${ctx}/static/css/main.css" />
<style type="text/css">
.xxgk { width: 1000px; margin: 0 auto; }
.fs { font-size: 14px }
</style>
<script type="text/javascript">
function setSize(n){ document.getElementById("zoom").style.fontSize = n + "px"; }
</script>
</head>
<body>
<div class="header">
  <ul class="nav">
    <li><a href="${ctx}/index.jsp">首页</a></li>
    <li><a href="${ctx}/jgsz.jsp">机构设置</a></li>
    <li><a href="${ctx}/zwgk.jsp">政务公开</a></li>
    <li><a href="${ctx}/bsfw.jsp">办事服务</a></li>
    <li><a href="${ctx}/hdjl.jsp">互动交流</a></li>
    <li><a href="${ctx}/djgz.jsp">党建工作</a></li>
  </ul>
</div>
<div class="xxgk">
  <div class="position">您当前的位置：<a href="${ctx}/index.jsp">首页</a> &gt; <a href="${ctx}/zwgk.jsp">政务公开</a> &gt; <a href="${ctx}/gzdt.jsp">工作动态</a> &gt; 正文</div>
  <h1 class="title">“盐企通”平台2023年办理企业诉求情况通报</h1>
  <div class="info">
    <span>发布时间：2024-01-12 15:20</span>
    <span>来源：盐城市工业和信息化局</span>
    <span>作者：何清越</span>
    <span>浏览次数：<em id="hits">1286</em>次</span>
    <span>字号：[ <a href="javascript:setSize(18)">大</a> <a href="javascript:setSize(16)">中</a> <a href="javascript:setSize(14)">小</a> ]</span>
  </div>
  <div id="zoom" class="content">
    <p style="text-indent:2em;">&nbsp;&nbsp;&nbsp;&nbsp;2023年，“盐企通”平台共受理企业诉求2461件，办结2387件，办结率97.0%。与2022年相比，诉求总量增加1318件，平均办理时长由12天缩短至5.2天。</p>
    <p style="text-indent:2em;"><strong>一、诉求分类</strong></p>
    <p style="text-indent:2em;">从诉求类型看，用地类612件，占24.9%；用工类585件，占23.8%；用能类503件，占20.4%；融资类398件，占16.2%；其他类363件，占14.8%。</p>
    <p style="text-indent:2em;"><strong>二、办理情况</strong></p>
    <p style="text-indent:2em;">从办理单位看，东台市承办426件，办结415件；大丰区承办388件，办结380件；射阳县承办352件，办结344件。市自然资源和规划局、市人力资源和社会保障局按时办结率均达到100%。</p>
    <p align="center"><img alt="" src="${ctx}/upload/20240112/pt01.png" /></p>
    <p align="center">“盐企通”平台值班席</p>
    <p style="text-indent:2em;"><strong>三、下步安排</strong></p>
    <p style="text-indent:2em;">2024年，平台将接入全市所有规模以上工业企业，计划新增智能客服坐席20个，确保诉求按时办结率达到98%以上、企业满意度不低于98%。</p>
    <p style="text-indent:2em;">联系人：何清越&nbsp;&nbsp;联系电话：0515-00000000</p>
  </div>
  <div class="related">
    <h3>相关阅读</h3>
    <ul>
      <li><a href="${ctx}/news_show17.jsp">市工信局开展冬季安全生产检查</a><span>2024-01-08</span></li>
      <li><a href="${ctx}/news_show16.jsp">我市新增27家国家级专精特新“小巨人”企业</a><span>2023-12-29</span></li>
    </ul>
  </div>
  <div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
  <div class="page">上一篇：<a href="${ctx}/news_show17.jsp">市工信局开展冬季安全生产检查</a> 下一篇：没有了</div>
</div>
<div class="footer">
  <p>主办单位：盐城市工业和信息化局 &nbsp; 地址：盐城市亭湖区世纪大道0号</p>
  <p>网站标识码：0000000000 &nbsp; 苏ICP备00000000号-1 &nbsp; 苏公网安备00000000000000号</p>
  <p>Copyright &copy; 2024 All Rights Reserved</p>
</div>
</body>
</html>
