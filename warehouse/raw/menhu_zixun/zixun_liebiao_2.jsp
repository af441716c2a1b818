<%@ page pageEncoding="UTF-8"%>
<c:import url="/portal/common/init.jsp"><c:param name="isLastLoadPage">true</c:param></c:import>
<div id="conTitle"><h2>产业资讯展示：</h2></div>
<table class="list">
<tr><th>标题</th><th>时间</th></tr>
<tr><td><a href="zixun_4028818b5d07.jsp">大丰冷链中心让鲜鱼当天到沪</a></td><td>2024-05-17</td></tr>
<tr><td><a href="zixun_4028818a8f1c.jsp">射阳风电叶片基地二期开工</a></td><td>2024-03-30</td></tr>
<tr><td><a href="zixun_4028818a7720.jsp">滨海港液化天然气接收站扩建</a></td><td>2024-03-12</td></tr>
<tr><td><a href="zixun_4028818a6b95.jsp">阜宁光伏玻璃项目点火投产</a></td><td>2024-02-28</td></tr>
</table>
<div class="page">首页 上一页 下一页 尾页 页次：2/9页 每页20条</div>
