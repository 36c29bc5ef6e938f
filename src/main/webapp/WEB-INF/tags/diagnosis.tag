<%@ tag description="How the model is and what to do, with six figures." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="view" required="true" type="dev.perennial.web.pages.MonitorView" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<section id="diagnosis" class="part" aria-label="<fmt:message key="diagnosis.diagnosis"/>">
<div class="say <c:out value="${view.diagnosis().kind()}"/>"><p><t:status mark="${view.diagnosis()}"/></p><p class="sentence"><c:out value="${view.sentence()}"/></p><p><b><fmt:message key="diagnosis.what-to-do"/></b> <c:out value="${view.action()}"/></p><c:if test="${view.label()}"><p class="why" id="labels-how"><c:url var="toLabels" value="/docs#/Labels/post-labels"/><c:url var="toExport" value="/models/${view.model()}/export"/><t:say key="diagnosis.how-to-label" a="${toLabels}" b="${toExport}"/></p></c:if><c:if test="${not empty view.also()}"><p class="why"><fmt:message key="diagnosis.also-holds"/>&#32;<c:forEach var="mark" items="${view.also()}"><t:status mark="${mark}"/> </c:forEach></p></c:if></div>
<dl class="tiles"><c:forEach var="tile" items="${view.tiles()}"><t:tile tile="${tile}"/></c:forEach></dl>
</section>
