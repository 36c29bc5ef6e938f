<%@ tag description="Where a model is in its life: a drawing where there is room, and the same as a list." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="of" required="true" type="dev.perennial.web.pages.LoopView" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<c:if test="${not empty of.stations()}">
<section class="card loop part" id="life" aria-labelledby="loop-title"><h2 id="loop-title"><fmt:message key="loop.where-it-is-in"/></h2>
<svg viewBox="0 0 740 262" aria-hidden="true"><path class="way" d="M232 60H255M248 54L256 60L248 66M482 60H505M498 54L506 60L498 66M620 112V155M614 148L620 156L626 148M508 210H485M492 204L484 210L492 216M258 210H235M242 204L234 210L242 216M120 158V115M114 122L120 114L126 122"/>
<c:forEach var="station" items="${of.stations()}"><g class="<c:out value="${station.kind()}"/><c:if test="${station.now()}"> now</c:if>"><svg x="${fn:escapeXml(station.x())}" y="${fn:escapeXml(station.y())}" width="222" height="100"><c:if test="${not empty station.exact()}"><title><c:out value="${station.exact()}"/></title></c:if><rect x="1" y="1" width="218" height="98" rx="8"/><text x="16" y="29" class="soft"><c:out value="${station.name()}"/></text><text x="16" y="58" class="big"><c:out value="${station.value()}"/></text><text x="16" y="83" class="soft"><c:out value="${station.note()}"/></text></svg></g></c:forEach></svg>
<ol><c:forEach var="station" items="${of.stations()}"><li<c:if test="${not empty station.exact()}"> title="${fn:escapeXml(station.exact())}"</c:if>><span><c:out value="${station.name()}"/><c:if test="${station.now()}">&#32;<fmt:message key="loop.now"/></c:if></span> <b><c:out value="${station.value()}"/></b> <span class="unit"><c:out value="${station.note()}"/></span></li></c:forEach></ol>
</section>
</c:if>
