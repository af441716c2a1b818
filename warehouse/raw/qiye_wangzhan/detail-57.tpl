
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<link href="static/css/style.css" rel="stylesheet" type="text/css">

<title></title>
<script type="text/javascript">
function doZoom(size){
  document.getElementById("content-fontsize").style.fontSize=size+"px";
 }
</script>
</head>

<body>

<div id="main"> 
  <div class="logo"><img src="static/picture/logo.png"></div>
  <div class="newst">悦昇风电射阳基地二期开工，达产后年产叶片1200套！</div>
  <div class="newsd"> 发稿时间：2024/3/28
  <span>【 字体：<a href="javascript:doZoom(16);">大</a> <a href="javascript:doZoom(14);">中</a> <a href="javascript:doZoom(12);">小</a> 】</span>
  </div>
  <div class="newsc" id="content-fontsize">
   <p style="text-align:left;text-indent:2em;">
	<span style="font-size:16px;">&nbsp; &nbsp; 3月26日上午，射阳县2024年一季度重大项目集中开工活动在射阳港经济开发区举行，江苏悦昇风电设备有限公司射阳基地二期正式动工。射阳县委书记唐绍宽宣布开工，县委副书记、县长宁致远致辞，悦昇风电董事长裴光耀介绍项目情况。</span> 
</p>
<p style="text-align:center;">
	<img src="static/picture/20240328144657.png" width="800" height="580" alt=""> 
</p>
<p style="text-align:center;">
	<span style="color:#716F6F;font-size:16px;">开工现场</span> 
</p>
<p style="text-align:left;text-indent:2em;">
	<span style="font-size:16px;">宁致远介绍，此次集中开工项目19个，计划总投资83.7亿元，涵盖风电装备、新材料、农产品加工等领域。2023年，射阳县完成地区生产总值741.9亿元，同比增长7.0%；今年1—2月，全县新开工项目26个，完成投资13.4亿元。</span> 
</p>
<p style="text-align:center;">
	<img src="static/picture/20240328144714.png" width="800" height="535" alt=""> 
</p>
<p style="text-align:center;">
	<span style="color:#716F6F;font-size:16px;">悦昇风电董事长裴光耀（右一）介绍叶片样品</span> 
</p>
<p style="text-align:left;text-indent:2em;">
	<span style="font-size:16px;">裴光耀说，</span><span style="font-size:16px;">二期项目总投资15亿元，占地320亩，建设2条百米级叶片生产线，预计2025年6月投产，达产后年产叶片1200套，可实现税收0.8亿元至1亿元，新增就业600人。一期项目自2021年投产以来，累计生产叶片2860套。</span> 
</p>
<p>
	<br>
</p>
  </div>

<div class="footer">
    <ul>
        <li><a href="aq-22.html" title="网站地图">网站地图</a></li>
        <li>|</li>
        <li><a href="aq-25.html" title="版权所有">版权所有</a></li>
        <li>|</li>
        <li><a href="aq-27.html" title="联系方式">联系方式</a></li>
    </ul>

    <p>Copyright &copy; 悦昇风电&nbsp;&nbsp;All Rights Reserved.</p>
</div><!--end footer-->
<div class="clear"></div>
</div>
</body>
</html>
