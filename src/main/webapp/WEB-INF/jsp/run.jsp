<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Run ${view.run()}: ${view.state()}" script="run.js" refresh="${view.running() ? 2 : ''}">
<p class="where"><span class="badge"><c:out value="${view.model()}"/> run <c:out value="${view.run()}"/></span></p>
<h1>Retraining: <c:out value="${view.state()}"/></h1>
<p class="say" role="status"><c:out value="${view.sentence()}"/></p>
<c:if test="${view.running()}">
<section class="card" id="progress" data-state="${fn:escapeXml(view.state())}" data-events="<c:url value="/api/v1/runs/${view.run()}/events"/>"><h2>In progress</h2>
<p class="going"><progress max="100" value="${fn:escapeXml(view.percent())}" aria-label="Progress"><c:out value="${view.percent()}"/> %</progress> <span><c:out value="${view.percent()}"/> %</span> <span><c:out value="${view.time()}"/></span></p>
<p class="unit">This page renews itself; the run goes on if you leave it.</p>
<c:if test="${requestScope.exchange.administers()}"><form method="post" action="<c:url value="/runs/${view.run()}/cancel"/>"><t:csrf/><p class="act"><button type="submit">Cancel</button></p></form></c:if>
</section>
</c:if>
<section class="card"><h2>Who and why</h2><dl class="facts"><c:forEach var="fact" items="${view.facts()}"><div><dt><c:out value="${fact.name()}"/></dt><dd><c:out value="${fact.value()}"/></dd></div></c:forEach></dl></section>
<c:if test="${not empty view.data()}">
<section class="card"><h2>1. The data</h2><dl class="facts"><c:forEach var="fact" items="${view.data()}"><div><dt><c:out value="${fact.name()}"/></dt><dd><c:out value="${fact.value()}"/></dd></div></c:forEach></dl>
<c:if test="${not empty view.weights()}"><p class="why"><c:out value="${view.weights()}"/></p></c:if>
<table class="stack"><thead><tr><th scope="col">Column</th><th scope="col">In the reference</th><th scope="col">In the log</th></tr></thead>
<tbody><c:forEach var="column" items="${view.columns()}"><tr><th scope="row"><c:out value="${column.name()}"/></th><td data-label="In the reference"><c:out value="${column.reference()}"/></td><td data-label="In the log"><c:out value="${column.logged()}"/></td></tr></c:forEach></tbody></table>
</section>
</c:if>
<c:if test="${not empty view.rules()}">
<section class="card"><h2>2. The verdict</h2>
<c:if test="${not empty view.gain()}"><p>The candidate against the champion: <strong><c:out value="${view.gain()}"/></strong>.</p></c:if>
<table class="stack"><thead><tr><th scope="col">Rule</th><th scope="col">Outcome</th><th scope="col">In numbers</th></tr></thead>
<tbody><c:forEach var="rule" items="${view.rules()}"><tr><th scope="row"><c:out value="${rule.name()}"/></th><td><c:out value="${rule.outcome()}"/></td><td><c:out value="${rule.sentence()}"/></td></tr></c:forEach></tbody></table>
</section>
</c:if>
<c:if test="${view.alias() eq 'none' or view.alias() eq 'challenger'}">
<c:if test="${requestScope.exchange.administers()}"><section class="card"><h2>3. What to do with version <c:out value="${view.version()}"/></h2><t:change model="${view.model()}" version="${view.version()}" shadow="${view.alias() eq 'none'}"/></section></c:if>
</c:if>
<c:if test="${view.fruitless()}"><p class="unit">No version came of it, and nothing else has changed: what answered before answers now.</p></c:if>
<p class="act"><a class="button" href="<c:url value="/models/${view.model()}/versions"/>">All versions</a><c:if test="${view.fruitless()}">&#32;<a class="button second" href="<c:url value="/models/${view.model()}/retrain"/>">Retrain again</a></c:if></p>
</t:page>
