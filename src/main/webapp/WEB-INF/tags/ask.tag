<%@ tag description="Asks for the true answer of a prediction: one click, a choice or a number." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="ask" required="true" type="dev.perennial.web.pages.LabelView.Ask" %>
<%@ attribute name="title" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<section class="card ask" aria-labelledby="ask"><h2 id="ask"><c:out value="${title}"/></h2>
<c:if test="${not empty ask.likely() or not (ask.many() or ask.number())}">
<form method="post" action="<c:url value="/label"/>">
<t:csrf/>
<input type="hidden" name="prediction_id" value="${fn:escapeXml(ask.id())}">
<div class="choices"><c:if test="${not empty ask.likely()}"><button type="submit" name="label" value="${fn:escapeXml(ask.likely())}"><t:say key="ask.yes" a="${ask.likely()}"/></button></c:if><c:if test="${not ask.many()}"><c:forEach var="other" items="${ask.others()}"><button class="plain" type="submit" name="label" value="${fn:escapeXml(other)}"><c:choose><c:when test="${not empty ask.likely()}"><t:say key="ask.no" a="${other}"/></c:when><c:otherwise><c:out value="${other}"/></c:otherwise></c:choose></button></c:forEach></c:if></div>
</form>
</c:if>
<c:if test="${ask.many() or ask.number()}">
<form method="post" action="<c:url value="/label"/>">
<t:csrf/>
<input type="hidden" name="prediction_id" value="${fn:escapeXml(ask.id())}">
<div class="field"><label for="truth"><t:say key="ask.the-true" a="${ask.target()}"/><c:if test="${not empty ask.unit()}"><span class="unit"> <t:say key="ask.in" a="${ask.unit()}"/></span></c:if></label>
<c:choose>
<c:when test="${ask.number()}"><input id="truth" name="label" type="text" inputmode="decimal" autocomplete="off" required></c:when>
<c:otherwise><select id="truth" name="label" required><option value=""><fmt:message key="ask.choose-one"/></option><c:forEach var="other" items="${ask.others()}"><option value="${fn:escapeXml(other)}"><c:out value="${other}"/></option></c:forEach></select></c:otherwise>
</c:choose>
</div>
<p class="choices"><button class="plain" type="submit"><fmt:message key="ask.record-it"/></button></p>
</form>
</c:if>
</section>
