<%@ tag description="What one input does to the answer: a bar to the right speaks for it, to the left against it." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="pull" required="true" type="dev.perennial.web.pages.WhyView.Pull" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<li class="pull<c:if test="${pull.up()}"> up</c:if>">
<span class="pull-label"><c:out value="${pull.label()}"/>&#32;<span class="unit"><c:out value="${pull.value()}"/></span></span>
<span class="bar-figure"><c:out value="${pull.figure()}"/><c:if test="${not empty pull.error()}">&#32;<span class="unit"><c:out value="${pull.error()}"/></span></c:if></span>
<svg class="pull-line" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="part" x="${fn:escapeXml(pull.x())}" width="${fn:escapeXml(pull.width())}" height="1"/><rect class="middle" x="49.9" width="0.2" height="1"/></svg>
</li>
