<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:url var="here" value="/admin/models/${view.id()}"/>
<t:page title="${lang.say('draft.new-model', view.file())}" wrong="${not empty view.faults()}" here="admin" wide="true">
<t:admin here="models"/>
<p class="where"><span class="badge"><c:out value="${view.file()}"/></span> <c:out value="${view.size()}"/></p>
<c:choose>
<c:when test="${view.busy()}">
<h1><c:choose><c:when test="${view.state() eq 'training'}"><t:say key="draft.training" a="${view.model()}"/></c:when><c:otherwise><t:say key="draft.deploying" a="${view.model()}"/></c:otherwise></c:choose></h1>
<section class="card"><h2><fmt:message key="draft.in-progress"/></h2>
<p class="going"><progress max="100" value="${fn:escapeXml(view.percent())}" aria-label="<fmt:message key="draft.progress"/>"><c:out value="${view.percent()}"/> %</progress> <span role="status"><c:out value="${view.step()}"/></span> <span><c:out value="${view.elapsed()}"/></span></p>
<p class="unit"><fmt:message key="draft.this-page-renews-itself"/></p>
<c:if test="${view.state() eq 'training'}"><form method="post" action="${fn:escapeXml(here)}"><t:csrf/><input type="hidden" name="act" value="discard"><p class="act"><button class="plain bad" type="submit"><fmt:message key="draft.stop-and-discard"/></button></p></form></c:if>
</section>
</c:when>
<c:when test="${view.state() eq 'deployed'}">
<h1><t:say key="draft.answers" a="${view.model()}"/></h1>
<t:notice kind="good" title="${lang.say('draft.the-model-is-deployed')}"><p><fmt:message key="draft.it-is-watched-from"/></p></t:notice>
<p class="act"><a class="button" href="<c:url value="/models/${view.model()}"/>"><fmt:message key="draft.its-form"/></a> <a class="button plain" href="<c:url value="/monitor/${view.model()}"/>"><fmt:message key="draft.its-monitor"/></a> <a class="button plain" href="<c:url value="/models/${view.model()}/versions"/>"><fmt:message key="draft.its-versions"/></a> <a class="button plain" href="<c:url value="/models/${view.model()}/batch"/>"><fmt:message key="draft.many-rows-at-once"/></a></p>
</c:when>
<c:when test="${view.state() eq 'trained'}"><h1><t:say key="draft.how-did" a="${view.model()}"/></h1></c:when>
<c:otherwise><h1><fmt:message key="draft.what-its-columns-are"/></h1></c:otherwise>
</c:choose>
<c:if test="${not empty view.faults()}"><t:notice kind="bad" title="${lang.say('draft.not-trained')}"><ul><c:forEach var="fault" items="${view.faults()}"><li><c:out value="${fault}"/></li></c:forEach></ul></t:notice></c:if>
<c:if test="${view.result().isPresent() and not view.busy()}">
<c:set var="result" value="${view.result().get()}"/>
<section class="card"><h2><fmt:message key="draft.on-rows-kept-from"/></h2>
<p><t:say key="draft.it-predicts-by" a="${view.target()}" b="${result.scheme()}"/></p>
<dl class="figures"><c:forEach var="fact" items="${result.figures()}"><div><dt><c:out value="${fact.name()}"/></dt><dd><strong><c:out value="${fact.value()}"/></strong> <span class="unit"><c:out value="${fact.note()}"/></span></dd></div></c:forEach></dl>
<c:if test="${not empty result.tried()}">
<h3><fmt:message key="draft.compared-on-the-rows"/></h3>
<table class="stack"><thead><tr><th scope="col"><fmt:message key="draft.algorithm"/></th><th scope="col"><t:say key="draft.mean-less-is-better" a="${result.measure()}"/></th></tr></thead>
<tbody><c:forEach var="each" items="${result.tried()}"><tr><th scope="row"><c:out value="${each.scheme()}"/></th><td data-label="${fn:escapeXml(result.measure())}"><c:out value="${each.figure()}"/></td></tr></c:forEach></tbody></table>
</c:if>
<c:if test="${view.state() eq 'trained'}"><form method="post" action="${fn:escapeXml(here)}"><t:csrf/><input type="hidden" name="act" value="deploy"><p class="act"><button type="submit"><fmt:message key="draft.deploy-let-it-answer"/></button></p></form></c:if>
</section>
</c:if>
<c:if test="${view.editable()}">
<form class="card" method="post" action="${fn:escapeXml(here)}"><t:csrf/><input type="hidden" name="act" value="train">
<h2><c:out value="${view.state() eq 'trained' ? lang.say('draft.train-it-differently') : lang.say('draft.check-then-train')}"/></h2>
<div class="fields">
<div class="field"><label for="model"><fmt:message key="draft.name-of-the-model"/></label><input id="model" name="model" type="text" value="${fn:escapeXml(view.model())}" maxlength="100" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="model-hint" required><p class="hint" id="model-hint"><fmt:message key="draft.letters-digits-and-part"/></p></div>
<div class="field"><label for="target"><fmt:message key="draft.what-is-to-be"/></label><select id="target" name="target"><c:forEach var="line" items="${view.columns()}"><option value="${fn:escapeXml(line.at())}"<c:if test="${line.target()}"> selected</c:if>><c:out value="${line.name()}"/></option></c:forEach></select></div>
<div class="field"><label for="scheme"><fmt:message key="draft.algorithm"/></label><input id="scheme" name="scheme" type="text" list="schemes" value="${fn:escapeXml(view.scheme())}" autocomplete="off" spellcheck="false" aria-describedby="scheme-hint"><datalist id="schemes"><c:forEach var="scheme" items="${view.schemes()}"><option value="${fn:escapeXml(scheme)}"></option></c:forEach></datalist><p class="hint" id="scheme-hint"><fmt:message key="draft.empty-several-are-compared"/></p></div>
</div>
<table class="stack"><thead><tr><th scope="col"><fmt:message key="draft.column"/></th><th scope="col"><fmt:message key="draft.taken-as"/></th><th scope="col"><fmt:message key="draft.first-rows"/></th><th scope="col"><fmt:message key="draft.values"/></th><th scope="col"><fmt:message key="draft.private"/></th></tr></thead>
<tbody><c:forEach var="line" items="${view.columns()}"><tr>
<th scope="row"><label for="kind${fn:escapeXml(line.at())}"><c:out value="${line.name()}"/></label></th>
<td><select id="kind${fn:escapeXml(line.at())}" name="kind${fn:escapeXml(line.at())}"><c:forEach var="kind" items="${line.kinds()}"><option value="${fn:escapeXml(kind.value())}"<c:if test="${kind.chosen()}"> selected</c:if>><c:out value="${kind.text()}"/></option></c:forEach></select></td>
<td data-label="<fmt:message key="draft.first-rows"/>"><span><c:out value="${line.first()}"/></span></td>
<td data-label="<fmt:message key="draft.values"/>"><span><c:out value="${line.counts()}"/><c:if test="${not empty line.hint()}"><br><span class="unit"><c:out value="${line.hint()}"/></span></c:if></span></td>
<td data-label="<fmt:message key="draft.private"/>"><label class="tick"><input type="checkbox" name="private${fn:escapeXml(line.at())}" value="yes"<c:if test="${line.hidden()}"> checked</c:if> aria-label="<t:say key="draft.is-private" a="${line.name()}"/>"> <fmt:message key="draft.private-tick"/></label></td>
</tr></c:forEach></tbody></table>
<p class="unit"><fmt:message key="draft.a-private-column-is"/></p>
<p class="act"><button type="submit"><fmt:message key="draft.train"/></button></p>
</form>
</c:if>
<c:if test="${not view.busy()}"><form method="post" action="${fn:escapeXml(here)}"><t:csrf/><input type="hidden" name="act" value="discard"><p class="act"><button class="plain bad" type="submit"><c:out value="${view.state() eq 'deployed' ? lang.say('draft.remove-the-table-from') : lang.say('draft.discard')}"/></button></p></form></c:if>
</t:page>
