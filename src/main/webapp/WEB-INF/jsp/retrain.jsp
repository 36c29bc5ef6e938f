<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Retrain ${view.title()}">
<p class="where"><t:badge model="${view.model()}" version="${view.version()}"/></p>
<h1>Retrain <c:out value="${view.title()}"/></h1>
<p class="say">A candidate learns from the rows below and is judged beside version <c:out value="${view.version()}"/> on rows that neither has seen. Only one that is shown not worse answers.</p>
<form class="card" method="post" action="<c:url value="/models/${view.model()}/retrain"/>"><t:csrf/>
<div class="fields">
<div class="field"><label for="rows">Rows to learn from</label><select id="rows" name="rows">
<option value="all"<c:if test="${view.rows() eq 'all'}"> selected</c:if>>The reference and all labelled rows</option>
<option value="recent"<c:if test="${view.rows() eq 'recent'}"> selected</c:if>>Recent labelled rows alone</option>
<option value="since-drift"<c:if test="${view.rows() eq 'since-drift'}"> selected</c:if>>Labelled rows since the confirmed drift alone</option>
</select></div>
<div class="field"><label for="scheme">Another Weka classifier, with its options</label><input id="scheme" name="scheme" type="text" autocomplete="off" spellcheck="false" placeholder="${fn:escapeXml(view.scheme())}" aria-describedby="scheme-hint"><p class="hint" id="scheme-hint">Empty: as version <c:out value="${view.version()}"/>, <c:out value="${view.scheme()}"/></p></div>
<div class="field"><label for="reason">Why</label><input id="reason" name="reason" type="text" maxlength="500"></div>
</div>
<p class="act"><button type="submit">Start</button></p>
</form>
</t:page>
