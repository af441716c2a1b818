<?php
use yii\helpers\Url;
$this->title = '东台市水务局';
?>
<style>
    .list{ padding-bottom:20px }
    p{ text-indent: 2em; font-size: 16px; }
</style>
<div class="container">
  <ol class="breadcrumb">
    <li><a href="<?= Url::toRoute('site/index') ?>">首页</a></li>
    <li><a href="<?= Url::toRoute('news/list') ?>">水务要闻</a></li>
    <li class="active">正文</li>
  </ol>
  <div class="row">
    <div class="blog-content col-md-8">
      <h3 style="text-align: center;">东台市水务局开展“百河清”行动 三季度清淤河道37条</h3>
      <div class="meta"><span>2023-10-16</span> <span>来源：东台市水务局办公室</span> <span>阅读：208</span></div>
      <p>10月13日，东台市水务局召开“百河清”行动调度会，局党委书记、局长成子骥主持会议，副局长秦漱玉通报前三季度工作情况。</p>
      <img src="home/img/news/57/1.jpg"/>
      <p>今年前三季度，全市累计清淤河道118条、长度462公里，清运淤泥293万立方米，其中三季度清淤河道37条。群众通过“河长码”反映河道问题264个，已整改251个，整改率95.1%。</p>
      <p>会议要求，四季度要再清淤河道42条，确保全年完成160条的任务；新建生态护岸28公里，国省考断面水质优良比例稳定在92%以上。成子骥强调，清淤不是一阵风，要把管护经费列入预算，每公里每年不少于8000元。</p>
      <!-- <p>原定10月20日召开的现场会延期，另行通知。参会人数约60人。</p> -->
      <p>会后，与会人员到时堰镇、五烈镇查看了2处清淤现场。（文/图 局办公室 秦川）</p>
    </div>
    <div class="sidebar col-md-4">
      <!--<div class="search"><h4>搜索</h4><input type="text" class="form-control"></div>-->
      <h4>栏目导航</h4>
      <ul>
        <li><a href="<?= Url::toRoute('news/notice') ?>">通知公告</a></li>
        <li><a href="<?= Url::toRoute('news/list') ?>">水务要闻</a></li>
        <li><a href="<?= Url::toRoute('news/party') ?>">党建园地</a></li>
      </ul>
    </div>
  </div>
</div>
<!-- End Blog -->
