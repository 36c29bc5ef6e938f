<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('run.run', view.run(), view.word())}" script="run.js" refresh="${view.running() ? 2 : ''}">
<p class="where"><span class="badge"><t:say key="run.run-2" a="${view.model()}" b="${view.run()}"/></span></p>
<h1><t:say key="run.retraining" a="${view.word()}"/></h1>
<p class="say" role="status"><c:out value="${view.sentence()}"/></p>
<c:if test="${not empty view.losses()}"><t:notice kind="warn" title="${lang.say('run.what-it-loses')}"><ul><c:forEach var="loss" items="${view.losses()}"><li><c:out value="${loss}"/></li></c:forEach></ul></t:notice></c:if>
<c:if test="${view.running()}">
<section class="card" id="progress" data-state="${fn:escapeXml(view.state())}" data-so-far="${fn:escapeXml(lang.say('said.so-far', '#1'))}" data-so-far-to-go="${fn:escapeXml(lang.say('said.so-far-to-go', '#1', '#2'))}" data-seconds="${fn:escapeXml(lang.say('said.seconds', '#1'))}" data-minutes="${fn:escapeXml(lang.say('said.minutes', '#1'))}" data-events="<c:url value="/api/v1/runs/${view.run()}/events"/>"><h2><fmt:message key="run.in-progress"/></h2>
<p class="going"><progress max="100" value="${fn:escapeXml(view.percent())}" aria-label="<fmt:message key="run.progress"/>"><c:out value="${view.percent()}"/> %</progress> <span><c:out value="${view.percent()}"/> %</span> <span><c:out value="${view.time()}"/></span></p>
<p class="unit"><fmt:message key="run.this-page-renews-itself"/></p>
<c:if test="${requestScope.exchange.administers()}"><form method="post" action="<c:url value="/runs/${view.run()}/cancel"/>"><t:csrf/><p class="act"><button type="submit"><fmt:message key="run.cancel"/></button></p></form></c:if>
</section>
</c:if>
<section class="card"><h2><fmt:message key="run.who-and-why"/></h2><dl class="facts"><c:forEach var="fact" items="${view.facts()}"><div><dt><c:out value="${fact.name()}"/></dt><dd><t:value fact="${fact}"/></dd></div></c:forEach></dl></section>
<c:if test="${not empty view.data()}">
<section class="card"><h2><fmt:message key="run.1-the-data"/></h2><dl class="facts"><c:forEach var="fact" items="${view.data()}"><div><dt><c:out value="${fact.name()}"/></dt><dd><t:value fact="${fact}"/></dd></div></c:forEach></dl>
<c:if test="${not empty view.weights()}"><p class="why"><c:out value="${view.weights()}"/></p></c:if>
<table class="stack"><thead><tr><th scope="col"><fmt:message key="run.column"/></th><th scope="col"><fmt:message key="run.in-the-reference"/></th><th scope="col"><fmt:message key="run.in-the-log"/></th></tr></thead>
<tbody><c:forEach var="column" items="${view.columns()}"><tr><th scope="row"><c:out value="${column.name()}"/></th><td data-label="<fmt:message key="run.in-the-reference"/>"><c:out value="${column.reference()}"/></td><td data-label="<fmt:message key="run.in-the-log"/>"><c:out value="${column.logged()}"/></td></tr></c:forEach></tbody></table>
</section>
</c:if>
<c:if test="${not empty view.rules()}">
<section class="card"><h2><fmt:message key="run.2-the-verdict"/></h2>
<c:if test="${not empty view.gain()}"><p><t:say key="run.the-candidate-against-the" a="${view.gain()}"/></p></c:if>
<table class="stack"><thead><tr><th scope="col"><fmt:message key="run.rule"/></th><th scope="col"><fmt:message key="run.outcome"/></th><th scope="col"><fmt:message key="run.in-numbers"/></th></tr></thead>
<tbody><c:forEach var="rule" items="${view.rules()}"><tr><th scope="row"><c:out value="${rule.name()}"/></th><td><c:out value="${rule.outcome()}"/></td><td><c:out value="${rule.sentence()}"/></td></tr></c:forEach></tbody></table>
</section>
</c:if>
<c:if test="${view.alias() eq 'none' or view.alias() eq 'challenger'}">
<c:if test="${requestScope.exchange.administers()}"><section class="card"><h2><t:say key="run.3-what-to-do" a="${view.version()}"/></h2><t:change model="${view.model()}" version="${view.version()}" shadow="${view.alias() eq 'none'}"/><c:if test="${view.alias() eq 'challenger'}"><t:withdraw model="${view.model()}" version="${view.version()}"/></c:if></section></c:if>
</c:if>
<c:if test="${view.fruitless()}"><p class="unit"><fmt:message key="run.no-version-came-of"/></p></c:if>
<p class="act"><a class="button" href="<c:url value="/models/${view.model()}/versions"/>"><fmt:message key="run.all-versions"/></a><c:if test="${view.fruitless()}">&#32;<a class="button second" href="<c:url value="/models/${view.model()}/retrain"/>"><fmt:message key="run.retrain-again"/></a></c:if></p>
</t:page>
