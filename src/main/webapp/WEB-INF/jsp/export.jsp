<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:set var="title" value="Export of ${view.title()}"/>
<c:url var="here" value="/models/${view.model()}/export"/>
<t:page title="${empty view.problem() ? title : 'Error: '.concat(title)}">
<p class="where"><a class="badge" href="<c:url value="/models/${view.model()}/versions"/>"><c:out value="${view.model()}"/></a></p>
<h1>Export and erase: <c:out value="${view.title()}"/></h1>
<c:if test="${not empty view.problem()}"><t:notice kind="bad" title="Nothing was done"><p><c:out value="${view.problem()}"/></p></t:notice></c:if>
<form class="card" method="get" action="${fn:escapeXml(here)}"><h2>Take predictions away</h2>
<p>Inputs, answers, probabilities and labels of a period. In CSV, a text that a spreadsheet would run as a formula has an apostrophe in front; ARFF is what Weka reads. Of a private input there is only the bin.</p>
<div class="fields">
<div class="field"><label for="from">From<span class="unit"> in UTC</span></label><input id="from" name="from" type="datetime-local" value="${fn:escapeXml(view.from())}" aria-describedby="from-hint"><p class="hint" id="from-hint">Empty: from the first row on.</p></div>
<div class="field"><label for="to">To before<span class="unit"> in UTC</span></label><input id="to" name="to" type="datetime-local" value="${fn:escapeXml(view.to())}" aria-describedby="to-hint"><p class="hint" id="to-hint">Empty: to the last row.</p></div>
<div class="field"><label for="labelled">Rows</label><select id="labelled" name="labelled"><option value="">All</option><option value="true">With a label</option></select></div>
<div class="field"><label for="format">As</label><select id="format" name="format"><option value="csv">CSV</option><option value="arff">ARFF</option><option value="jsonl">JSON lines</option></select></div>
</div>
<p class="act"><button type="submit">Download</button></p>
</form>
<section class="card" aria-labelledby="erase"><h2 id="erase">Erase</h2>
<p>What is erased is gone for good: inputs, answers, explanations and labels, and in a period also what was sent with refused attempts. The sums of the monitor stay: they name nobody. A version that has learned from such rows keeps its training data; a backup keeps what it held.</p>
<form method="post" action="${fn:escapeXml(here)}"><t:csrf/><h3>One prediction</h3>
<div class="fields">
<div class="field"><label for="prediction_id">Its id</label><input id="prediction_id" name="prediction_id" type="text" value="${fn:escapeXml(view.prediction())}" autocomplete="off" spellcheck="false" required></div>
<div class="field"><label for="confirm-one">To confirm, type <c:out value="${view.model()}"/></label><input id="confirm-one" name="confirm" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" required></div>
</div>
<p class="act"><button class="plain bad" type="submit">Erase the prediction</button></p></form>
<form method="post" action="${fn:escapeXml(here)}"><t:csrf/><h3>All of a period</h3>
<div class="fields">
<div class="field"><label for="erase-from">From<span class="unit"> in UTC</span></label><input id="erase-from" name="from" type="datetime-local" required></div>
<div class="field"><label for="erase-to">To before<span class="unit"> in UTC</span></label><input id="erase-to" name="to" type="datetime-local" required></div>
<div class="field"><label for="confirm-all">To confirm, type <c:out value="${view.model()}"/></label><input id="confirm-all" name="confirm" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" required></div>
</div>
<p class="act"><button class="plain bad" type="submit">Erase the period</button></p></form>
</section>
<c:if test="${not empty view.erasures()}"><section class="card"><h2>What was erased</h2>
<table class="stack"><thead><tr><th scope="col">What</th><th scope="col">Asked</th><th scope="col">State</th><th scope="col">Erased</th><th scope="col">Versions that learned from that time</th></tr></thead>
<tbody><c:forEach var="line" items="${view.erasures()}"><tr>
<th scope="row"><c:out value="${line.what()}"/></th>
<td data-label="Asked"><span><t:moment moment="${line.asked()}"/> by <c:out value="${line.by()}"/></span></td>
<td data-label="State"><c:out value="${line.state()}"/></td>
<td data-label="Erased"><c:out value="${line.counts()}"/></td>
<td data-label="Learned from it"><c:out value="${empty line.learned() ? 'none' : line.learned()}"/></td>
</tr></c:forEach></tbody></table>
</section></c:if>
</t:page>
