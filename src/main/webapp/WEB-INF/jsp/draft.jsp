<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:set var="title" value="${view.file()}: new model"/>
<c:url var="here" value="/admin/models/${view.id()}"/>
<t:page title="${empty view.faults() ? title : 'Error: '.concat(title)}" here="admin" wide="true">
<t:admin here="models"/>
<p class="where"><span class="badge"><c:out value="${view.file()}"/></span> <c:out value="${view.size()}"/></p>
<c:choose>
<c:when test="${view.busy()}">
<h1><c:out value="${view.state() eq 'training' ? 'Training' : 'Deploying'}"/> <c:out value="${view.model()}"/></h1>
<section class="card"><h2>In progress</h2>
<p class="going"><progress max="100" value="${fn:escapeXml(view.percent())}" aria-label="Progress"><c:out value="${view.percent()}"/> %</progress> <span role="status"><c:out value="${view.step()}"/></span> <span><c:out value="${view.elapsed()}"/></span></p>
<p class="unit">This page renews itself; the work goes on if you leave it.</p>
<c:if test="${view.state() eq 'training'}"><form method="post" action="${fn:escapeXml(here)}"><t:csrf/><input type="hidden" name="act" value="discard"><p class="act"><button class="plain bad" type="submit">Stop and discard</button></p></form></c:if>
</section>
</c:when>
<c:when test="${view.state() eq 'deployed'}">
<h1><c:out value="${view.model()}"/> answers</h1>
<t:notice kind="good" title="The model is deployed"><p>It is watched from now on, against the table that it learned from.</p></t:notice>
<p class="act"><a class="button" href="<c:url value="/models/${view.model()}"/>">Its form</a> <a class="button plain" href="<c:url value="/monitor/${view.model()}"/>">Its monitor</a> <a class="button plain" href="<c:url value="/models/${view.model()}/versions"/>">Its versions</a> <a class="button plain" href="<c:url value="/models/${view.model()}/batch"/>">Many rows at once</a></p>
</c:when>
<c:when test="${view.state() eq 'trained'}"><h1>How <c:out value="${view.model()}"/> did</h1></c:when>
<c:otherwise><h1>What its columns are</h1></c:otherwise>
</c:choose>
<c:if test="${not empty view.faults()}"><t:notice kind="bad" title="Not trained"><ul><c:forEach var="fault" items="${view.faults()}"><li><c:out value="${fault}"/></li></c:forEach></ul></t:notice></c:if>
<c:if test="${view.result().isPresent() and not view.busy()}">
<c:set var="result" value="${view.result().get()}"/>
<section class="card"><h2>On rows kept from it</h2>
<p>It predicts <strong><c:out value="${view.target()}"/></strong> by <code><c:out value="${result.scheme()}"/></code>.</p>
<dl class="figures"><c:forEach var="fact" items="${result.figures()}"><div><dt><c:out value="${fact.name()}"/></dt><dd><strong><c:out value="${fact.value()}"/></strong> <span class="unit"><c:out value="${fact.note()}"/></span></dd></div></c:forEach></dl>
<c:if test="${not empty result.tried()}">
<h3>Compared on the rows to learn from, by five-fold cross-validation</h3>
<table class="stack"><thead><tr><th scope="col">Algorithm</th><th scope="col">Mean <c:out value="${result.measure()}"/>, less is better</th></tr></thead>
<tbody><c:forEach var="each" items="${result.tried()}"><tr><th scope="row"><c:out value="${each.scheme()}"/></th><td data-label="${fn:escapeXml(result.measure())}"><c:out value="${each.figure()}"/></td></tr></c:forEach></tbody></table>
</c:if>
<c:if test="${view.state() eq 'trained'}"><form method="post" action="${fn:escapeXml(here)}"><t:csrf/><input type="hidden" name="act" value="deploy"><p class="act"><button type="submit">Deploy: let it answer</button></p></form></c:if>
</section>
</c:if>
<c:if test="${view.editable()}">
<form class="card" method="post" action="${fn:escapeXml(here)}"><t:csrf/><input type="hidden" name="act" value="train">
<h2><c:out value="${view.state() eq 'trained' ? 'Train it differently' : 'Check, then train'}"/></h2>
<div class="fields">
<div class="field"><label for="model">Name of the model</label><input id="model" name="model" type="text" value="${fn:escapeXml(view.model())}" maxlength="100" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="model-hint" required><p class="hint" id="model-hint">Letters, digits, - and _: part of its address.</p></div>
<div class="field"><label for="target">What is to be predicted</label><select id="target" name="target"><c:forEach var="line" items="${view.columns()}"><option value="${fn:escapeXml(line.at())}"<c:if test="${line.target()}"> selected</c:if>><c:out value="${line.name()}"/></option></c:forEach></select></div>
<div class="field"><label for="scheme">Algorithm</label><input id="scheme" name="scheme" type="text" list="schemes" value="${fn:escapeXml(view.scheme())}" autocomplete="off" spellcheck="false" aria-describedby="scheme-hint"><datalist id="schemes"><c:forEach var="scheme" items="${view.schemes()}"><option value="${fn:escapeXml(scheme)}"></option></c:forEach></datalist><p class="hint" id="scheme-hint">Empty: several are compared, and the best is taken. Or a Weka classifier with its options, such as <code>J48 -C 0.1</code>.</p></div>
</div>
<table class="stack"><thead><tr><th scope="col">Column</th><th scope="col">Taken as</th><th scope="col">First rows</th><th scope="col">Values</th><th scope="col">Private</th></tr></thead>
<tbody><c:forEach var="line" items="${view.columns()}"><tr>
<th scope="row"><label for="kind${fn:escapeXml(line.at())}"><c:out value="${line.name()}"/></label></th>
<td><select id="kind${fn:escapeXml(line.at())}" name="kind${fn:escapeXml(line.at())}"><c:forEach var="kind" items="${line.kinds()}"><option value="${fn:escapeXml(kind.value())}"<c:if test="${kind.chosen()}"> selected</c:if>><c:out value="${kind.text()}"/></option></c:forEach></select></td>
<td data-label="First rows"><span><c:out value="${line.first()}"/></span></td>
<td data-label="Values"><span><c:out value="${line.counts()}"/><c:if test="${not empty line.hint()}"><br><span class="unit"><c:out value="${line.hint()}"/></span></c:if></span></td>
<td data-label="Private"><label class="tick"><input type="checkbox" name="private${fn:escapeXml(line.at())}" value="yes"<c:if test="${line.hidden()}"> checked</c:if> aria-label="${fn:escapeXml(line.name())} is private"> private</label></td>
</tr></c:forEach></tbody></table>
<p class="unit">A private column is used to answer, and of what is asked only its bin is recorded: a range for a number or date, the label of a choice, the length of a text. The answers then teach a later version nothing.</p>
<p class="act"><button type="submit">Train</button></p>
</form>
</c:if>
<c:if test="${not view.busy()}"><form method="post" action="${fn:escapeXml(here)}"><t:csrf/><input type="hidden" name="act" value="discard"><p class="act"><button class="plain bad" type="submit"><c:out value="${view.state() eq 'deployed' ? 'Remove the table from the list' : 'Discard'}"/></button></p></form></c:if>
</t:page>
