<%@ tag description="Figures over time: a drawing that a script makes live, and the table that says the same." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="of" required="true" type="dev.perennial.web.pages.Chart" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<figure class="chart" id="${fn:escapeXml(of.id())}">
<figcaption><b><c:out value="${of.title()}"/></b><c:if test="${not empty of.lines()}"><ul class="key"><c:forEach var="line" items="${of.lines()}"><li><svg class="stroke ${fn:escapeXml(line.kind())}" viewBox="0 0 24 6" aria-hidden="true"><path d="M1 3H23"/></svg><c:out value="${line.name()}"/></li></c:forEach></ul></c:if></figcaption>
<c:choose>
<c:when test="${empty of.lines()}"><p class="why">Nothing to draw in this window yet.</p></c:when>
<c:otherwise>
<div class="plot" data-low="${fn:escapeXml(of.low())}" data-high="${fn:escapeXml(of.high())}">
<ol class="ticks"><c:forEach var="tick" items="${of.ticks()}"><li><c:out value="${tick}"/></li></c:forEach></ol>
<svg class="lines" viewBox="0 0 1000 300" preserveAspectRatio="none" role="img" aria-label="${fn:escapeXml(of.title())} over time; the table below has the values"><path class="rule" d="M0 0H1000M0 150H1000M0 300H1000"/><c:forEach var="line" items="${of.lines()}"><c:if test="${not empty line.band()}"><path class="band ${fn:escapeXml(line.kind())}" d="${fn:escapeXml(line.band())}"/></c:if></c:forEach><c:forEach var="line" items="${of.lines()}"><path class="line ${fn:escapeXml(line.kind())}" d="${fn:escapeXml(line.path())}"/></c:forEach><c:forEach var="event" items="${of.events()}"><path class="event" d="M${fn:escapeXml(event.x())} 0V300"/></c:forEach></svg>
<p class="ends"><c:forEach var="end" items="${of.ends()}"><t:moment moment="${end}"/></c:forEach></p>
</div>
<c:if test="${not empty of.events()}"><ul class="events"><c:forEach var="event" items="${of.events()}"><li data-at="${fn:escapeXml(event.at().seconds())}"><t:moment moment="${event.at()}"/>&#32;<c:out value="${event.text()}"/></li></c:forEach></ul></c:if>
<details id="${fn:escapeXml(of.id())}-table"><summary>As a table</summary><div class="scroll tall" tabindex="0" role="region" aria-label="${fn:escapeXml(of.title())}"><table class="series"><thead><tr><th scope="col">Time</th><c:forEach var="line" items="${of.lines()}"><th scope="col" class="n"><c:out value="${line.name()}"/></th></c:forEach></tr></thead><tbody><c:forEach var="row" items="${of.rows()}"><tr data-at="${fn:escapeXml(row.at().seconds())}"><th scope="row"><t:moment moment="${row.at()}"/></th><c:forEach var="cell" items="${row.cells()}"><td class="n" data-value="${fn:escapeXml(cell.value())}"<c:if test="${not empty cell.low()}"> data-low="${fn:escapeXml(cell.low())}" data-high="${fn:escapeXml(cell.high())}"</c:if>><c:out value="${cell.text()}"/></td></c:forEach></tr></c:forEach></tbody></table></div></details>
</c:otherwise>
</c:choose>
</figure>
