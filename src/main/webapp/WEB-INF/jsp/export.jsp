<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:url var="here" value="/models/${view.model()}/export"/>
<t:page title="${lang.say('export.export-of', view.title())}" wrong="${not empty view.problem()}">
<p class="where"><a class="badge" href="<c:url value="/models/${view.model()}/versions"/>"><c:out value="${view.model()}"/></a></p>
<h1><t:say key="export.export-and-erase" a="${view.title()}"/></h1>
<c:if test="${not empty view.problem()}"><t:notice kind="bad" title="${lang.say('export.nothing-was-done')}"><p><c:out value="${view.problem()}"/></p></t:notice></c:if>
<form class="card" method="get" action="${fn:escapeXml(here)}"><h2><fmt:message key="export.take-predictions-away"/></h2>
<p><fmt:message key="export.inputs-answers-probabilities-and"/></p>
<div class="fields">
<div class="field"><label for="from"><fmt:message key="export.from"/><span class="unit"> <fmt:message key="export.in-utc"/></span></label><input id="from" name="from" type="datetime-local" value="${fn:escapeXml(view.from())}" aria-describedby="from-hint"><p class="hint" id="from-hint"><fmt:message key="export.empty-from-the-first"/></p></div>
<div class="field"><label for="to"><fmt:message key="export.to-before"/><span class="unit"> <fmt:message key="export.in-utc"/></span></label><input id="to" name="to" type="datetime-local" value="${fn:escapeXml(view.to())}" aria-describedby="to-hint"><p class="hint" id="to-hint"><fmt:message key="export.empty-to-the-last"/></p></div>
<div class="field"><label for="labelled"><fmt:message key="export.rows"/></label><select id="labelled" name="labelled"><option value=""><fmt:message key="export.all"/></option><option value="true"><fmt:message key="export.with-a-label"/></option></select></div>
<div class="field"><label for="format"><fmt:message key="export.as"/></label><select id="format" name="format"><option value="csv"><fmt:message key="export.csv"/></option><option value="arff"><fmt:message key="export.arff"/></option><option value="jsonl"><fmt:message key="export.json-lines"/></option></select></div>
</div>
<p class="act"><button type="submit"><fmt:message key="export.download"/></button></p>
</form>
<section class="card" aria-labelledby="erase"><h2 id="erase"><fmt:message key="export.erase"/></h2>
<p><fmt:message key="export.what-is-erased-is"/></p>
<form method="post" action="${fn:escapeXml(here)}"><t:csrf/><h3><fmt:message key="export.one-prediction"/></h3>
<div class="fields">
<div class="field"><label for="prediction_id"><fmt:message key="export.its-id"/></label><input id="prediction_id" name="prediction_id" type="text" value="${fn:escapeXml(view.prediction())}" autocomplete="off" spellcheck="false" required></div>
<div class="field"><label for="confirm-one"><t:say key="export.to-confirm-type" a="${view.model()}"/></label><input id="confirm-one" name="confirm" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" required></div>
</div>
<p class="act"><button class="plain bad" type="submit"><fmt:message key="export.erase-the-prediction"/></button></p></form>
<form method="post" action="${fn:escapeXml(here)}"><t:csrf/><h3><fmt:message key="export.all-of-a-period"/></h3>
<div class="fields">
<div class="field"><label for="erase-from"><fmt:message key="export.from"/><span class="unit"> <fmt:message key="export.in-utc"/></span></label><input id="erase-from" name="from" type="datetime-local" required></div>
<div class="field"><label for="erase-to"><fmt:message key="export.to-before"/><span class="unit"> <fmt:message key="export.in-utc"/></span></label><input id="erase-to" name="to" type="datetime-local" required></div>
<div class="field"><label for="confirm-all"><t:say key="export.to-confirm-type" a="${view.model()}"/></label><input id="confirm-all" name="confirm" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" required></div>
</div>
<p class="act"><button class="plain bad" type="submit"><fmt:message key="export.erase-the-period"/></button></p></form>
</section>
<c:if test="${not empty view.erasures()}"><section class="card"><h2><fmt:message key="export.what-was-erased"/></h2>
<table class="stack"><thead><tr><th scope="col"><fmt:message key="export.what"/></th><th scope="col"><fmt:message key="export.asked"/></th><th scope="col"><fmt:message key="export.state"/></th><th scope="col"><fmt:message key="export.erased"/></th><th scope="col"><fmt:message key="export.versions-that-learned-from"/></th></tr></thead>
<tbody><c:forEach var="line" items="${view.erasures()}"><tr>
<th scope="row"><c:choose><c:when test="${empty line.span()}"><c:out value="${line.what()}"/></c:when><c:otherwise><t:say key="export.all-from-to"><jsp:attribute name="x"><t:moment moment="${line.span()[0]}" exact="${true}"/></jsp:attribute><jsp:attribute name="y"><t:moment moment="${line.span()[1]}" exact="${true}"/></jsp:attribute></t:say></c:otherwise></c:choose></th>
<td data-label="<fmt:message key="export.asked"/>"><span><t:say key="export.by" a="${line.by()}"><jsp:attribute name="x"><t:moment moment="${line.asked()}"/></jsp:attribute></t:say></span></td>
<td data-label="<fmt:message key="export.state"/>"><c:out value="${line.state()}"/></td>
<td data-label="<fmt:message key="export.erased"/>"><c:out value="${line.counts()}"/></td>
<td data-label="<fmt:message key="export.learned-from-it"/>"><c:out value="${empty line.learned() ? lang.say('export.none') : line.learned()}"/></td>
</tr></c:forEach></tbody></table>
</section></c:if>
</t:page>
