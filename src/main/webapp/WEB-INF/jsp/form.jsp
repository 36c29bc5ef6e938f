<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${view.title()}" wrong="${not empty view.problems()}" here="${view.path() eq '/' ? 'predict' : 'models'}">
<p class="where"><t:badge model="${view.model()}" version="${view.version()}"/></p>
<h1><c:out value="${view.title()}"/></h1>
<t:welcome/>
<c:if test="${not empty view.problems()}">
<t:notice kind="bad" title="${fn:length(view.problems()) eq 1 ? lang.say('form.one-value-needs-another') : lang.say('form.some-values-need-another')}">
<ul><c:forEach var="problem" items="${view.problems()}"><li><c:choose><c:when test="${empty problem.field()}"><c:out value="${problem.text()}"/></c:when><c:otherwise><a href="#${fn:escapeXml(problem.field())}"><c:out value="${problem.text()}"/></a></c:otherwise></c:choose></li></c:forEach></ul>
</t:notice>
</c:if>
<form class="card" id="values" method="post" action="<c:url value="${view.path()}"/>" novalidate>
<t:csrf/><c:if test="${empty requestScope.exchange.csrf()}"><input type="hidden" name="csrf" value=""></c:if>
<div class="fields"><c:forEach var="field" items="${view.fields()}"><t:field field="${field}"/></c:forEach></div>
<c:forEach var="list" items="${view.lists()}"><datalist id="${fn:escapeXml(list.id())}"><c:forEach var="label" items="${list.labels()}"><option value="${fn:escapeXml(label)}"></option></c:forEach></datalist></c:forEach>
<p class="act"><button type="submit"><t:say key="form.predict" a="${view.target()}"/></button></p>
</form>
<p><a href="<c:url value="/models/${view.model()}/batch"/>"><fmt:message key="form.predict-many-rows-from"/></a></p>
<c:if test="${not empty view.calls()}"><section class="card quiet" id="calls"><h2><fmt:message key="form.the-same-from-a"/></h2>
<p class="unit"><fmt:message key="form.for-the-values-above"/></p>
<t:calls calls="${view.calls()}"/>
</section></c:if>
<t:loop of="${view.life().loop()}"/>
<c:if test="${not empty view.life().policies()}"><p class="unit" id="policies"><c:out value="${view.life().policies()}"/></p></c:if>
<t:card card="${view.card()}" model="${view.model()}"/>
<script src="<c:url value="${requestScope.assets.at('/assets/calls.js')}"/>" defer></script>
</t:page>
