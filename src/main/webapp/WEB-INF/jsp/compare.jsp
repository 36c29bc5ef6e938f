<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Version ${view.first()} and version ${view.second()} of ${view.title()}" wide="true">
<p class="where"><a href="<c:url value="/models/${view.model()}/versions"/>">Versions</a> / <c:out value="${view.model()}"/></p>
<h1>Version <c:out value="${view.first()}"/> beside version <c:out value="${view.second()}"/></h1>
<t:compare model="${view.model()}" versions="${view.versions()}" first="${view.first()}" second="${view.second()}"/>
<section class="card"><h2>On the same rows</h2>
<p><c:out value="${view.sentence()}"/></p>
<c:if test="${not empty view.judged()}">
<table class="stack"><thead><tr><th scope="col">Figure</th><th scope="col">Version <c:out value="${view.first()}"/></th><th scope="col">Version <c:out value="${view.second()}"/></th><th scope="col">Difference</th><th scope="col">Version <c:out value="${view.second()}"/> is</th></tr></thead>
<tbody><c:forEach var="line" items="${view.judged()}"><tr><th scope="row"><c:out value="${line.name()}"/></th><td data-label="Version ${fn:escapeXml(view.first())}"><c:out value="${line.first()}"/></td><td data-label="Version ${fn:escapeXml(view.second())}"><c:out value="${line.second()}"/></td><td data-label="Difference"><c:out value="${line.difference()}"/></td><td><span class="status <c:out value="${line.kind()}"/>"><c:out value="${line.word()}"/></span></td></tr></c:forEach></tbody></table>
<p class="unit">The interval is of the paired bootstrap: where it lies on one side of 0, chance alone seldom makes such a difference.</p>
</c:if>
</section>
<section class="card"><h2>What they lean on</h2>
<c:choose><c:when test="${empty view.leans()}"><p>Not measured for both yet: it is, soon after a version is trained.</p></c:when><c:otherwise>
<table class="stack"><thead><tr><th scope="col">Input</th><th scope="col">Version <c:out value="${view.first()}"/></th><th scope="col">Version <c:out value="${view.second()}"/></th><th scope="col">What that says</th></tr></thead>
<tbody><c:forEach var="line" items="${view.leans()}"><tr><th scope="row"><c:out value="${line.name()}"/></th><td data-label="Version ${fn:escapeXml(view.first())}"><c:out value="${line.first()}"/></td><td data-label="Version ${fn:escapeXml(view.second())}"><c:out value="${line.second()}"/></td><td><c:out value="${line.sentence()}"/></td></tr></c:forEach></tbody></table>
<p class="unit"><c:choose><c:when test="${view.classes()}">The points of accuracy</c:when><c:otherwise>The error, in standard deviations of the target,</c:otherwise></c:choose> that each loses where the input is dealt anew among the rows that it kept apart: how much it leans on it, not how much the input matters in the world. Differences below <c:choose><c:when test="${view.classes()}">3 points</c:when><c:otherwise>0.03</c:otherwise></c:choose> count as none.</p>
</c:otherwise></c:choose></section>
<section class="card"><h2>Where they come from</h2><t:pair lines="${view.origins()}" first="${view.first()}" second="${view.second()}"/></section>
<section class="card"><h2>On the rows that each kept apart</h2><t:pair lines="${view.figures()}" first="${view.first()}" second="${view.second()}"/>
<p class="unit">These are not the same rows for both, so they are no comparison.</p></section>
</t:page>
