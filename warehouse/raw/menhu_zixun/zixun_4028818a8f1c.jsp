<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />

<script language="javascript" type="text/javascript">
$(document).ready(function(){
	var id = $("#channelId").val();
	$('.subnav>li[id='+id+']').addClass('selected');
})
</script>

 <div id="conTitle">
 	<div class="navCurrent ">
	<a href="/portal/index.jsp" title="首页" target="_self">首页</a>
	<a href="javascript:void(0)" title="产业资讯" class="cmsHref_self">产业资讯</a>
	<a href="javascript:void(0)" title="射阳风电叶片基地二期开工" class="cmsHref_self">射阳风电叶片基地二期开工</a>
 	</div>
 </div>

<div id="conBody">
   <input type="hidden"  id="channelId" value="4028818a8f1c" />
   <div class="frameNews">
    <h1>射阳风电叶片基地二期开工</h1>
    <div class="subtitle"></div>
       <div class="source">
	      <span>发布时间：2024-03-30</span>
	      <span>发布人：江左日报  </span>
      </div>
      <p><P>3月26日上午，射阳县2024年一季度重大项目集中开工活动在射阳港经济开发区举行，江苏悦昇风电设备有限公司射阳基地二期正式动工。射阳县委书记唐绍宽宣布开工，县委副书记、县长宁致远致辞，悦昇风电董事长裴光耀介绍项目情况。</P>
<P>宁致远介绍，此次集中开工项目19个，计划总投资83.7亿元，涵盖风电装备、新材料、农产品加工等领域。2023年，射阳县完成地区生产总值741.9亿元，同比增长7.0%；今年1—2月，全县新开工项目26个，完成投资13.4亿元。</P>
<P>裴光耀说，二期项目总投资15亿元，占地320亩，建设2条百米级叶片生产线，预计2025年6月投产，达产后年产叶片1200套，可实现税收0.8亿元至1亿元，新增就业600人。一期项目自2021年投产以来，累计生产叶片2860套。</P>
</p>
   </div>
 </div>
