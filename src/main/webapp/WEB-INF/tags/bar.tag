<%@ tag description="A labelled bar for the probability of one class, with its figure." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="bar" required="true" type="dev.perennial.web.pages.AnswerView.Bar" %>
<%@ attribute name="id" required="true" description="of the label, unique on the page" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<li class="bar<c:if test="${bar.chosen()}"> chosen</c:if>">
<span class="bar-label" id="${fn:escapeXml(id)}"><c:out value="${bar.label()}"/></span>
<span class="bar-figure"><c:out value="${bar.figure()}"/></span>
<meter min="0" max="1" value="${fn:escapeXml(bar.value())}" aria-labelledby="${fn:escapeXml(id)}"><c:out value="${bar.figure()}"/></meter>
</li>
