<%@ tag description="A labelled bar for the probability of one class, with its figure." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="bar" required="true" type="dev.perennial.web.pages.AnswerView.Bar" %>
<%@ attribute name="id" required="true" description="of the label, unique on the page" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<li class="bar<c:if test="${bar.chosen()}"> chosen</c:if>">
<span class="bar-label" id="${fn:escapeXml(id)}"><c:out value="${bar.label()}"/></span>
<span class="bar-figure"><c:out value="${bar.figure()}"/></span>
<svg class="bar-line" viewBox="0 0 1 1" preserveAspectRatio="none" role="meter" aria-labelledby="${fn:escapeXml(id)}" aria-valuemin="0" aria-valuemax="1" aria-valuenow="${fn:escapeXml(bar.value())}" aria-valuetext="${fn:escapeXml(bar.figure())}"><rect class="part" width="${fn:escapeXml(bar.value())}" height="1"/></svg>
</li>
