<%@ tag description="The alarms of a model." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="view" required="true" type="dev.perennial.web.pages.MonitorView" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<section id="alarms" class="part" aria-labelledby="alarms-title">
<h2 id="alarms-title"><fmt:message key="alarms.alarms"/> <span class="unit"><t:say key="alarms.open" a="${view.openAlarms()}"/></span></h2>
<c:choose><c:when test="${empty view.alarms()}"><div class="card"><t:empty title="${lang.say('alarms.no-alarm-was-ever')}"><p><fmt:message key="alarms.each-rule-raises-one"/></p></t:empty></div></c:when>
<c:otherwise><c:forEach var="alarm" items="${view.alarms()}"><t:alarm alarm="${alarm}" path="${view.path()}" window="${empty view.style() ? view.window() : ''}" acts="${requestScope.exchange.administers() and empty view.style()}"/></c:forEach></c:otherwise></c:choose>
<c:if test="${empty view.style()}"><p><a href="<c:url value="${view.path()}/incidents"/>"><fmt:message key="alarms.all-incidents-the-earlier"/></a></p></c:if>
</section>
