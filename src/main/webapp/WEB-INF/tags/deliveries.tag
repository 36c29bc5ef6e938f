<%@ tag description="What became of messages to the webhook." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="of" required="true" type="dev.perennial.web.pages.DeliveriesView" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<section class="card" id="webhook"><h2><fmt:message key="deliveries.title"/></h2>
<c:if test="${not of.on()}"><p class="hint"><fmt:message key="deliveries.nobody"/></p></c:if>
<dl class="facts">
<div><dt><fmt:message key="deliveries.waiting"/></dt><dd><c:out value="${of.waiting()}"/></dd></div>
<div><dt><fmt:message key="deliveries.delivered"/></dt><dd><c:out value="${of.delivered()}"/></dd></div>
<div><dt><fmt:message key="deliveries.given-up"/></dt><dd><c:out value="${of.givenUp()}"/></dd></div>
</dl>
<c:if test="${not empty of.late()}">
<table class="stack"><thead><tr><th scope="col"><fmt:message key="deliveries.when"/></th><th scope="col"><fmt:message key="deliveries.what"/></th><th scope="col"><fmt:message key="deliveries.state"/></th><th scope="col"><fmt:message key="deliveries.attempts"/></th><th scope="col"><fmt:message key="deliveries.last"/></th><th scope="col"><fmt:message key="deliveries.next"/></th></tr></thead>
<tbody><c:forEach var="line" items="${of.late()}"><tr><td data-label="<fmt:message key="deliveries.when"/>"><t:moment moment="${line.at()}"/></td><td data-label="<fmt:message key="deliveries.what"/>"><c:out value="${line.what()}"/></td><td data-label="<fmt:message key="deliveries.state"/>"><t:status mark="${line.state()}"/></td><td data-label="<fmt:message key="deliveries.attempts"/>"><c:out value="${line.attempts()}"/></td><td data-label="<fmt:message key="deliveries.last"/>"><c:out value="${line.result()}"/></td><td data-label="<fmt:message key="deliveries.next"/>"><c:if test="${line.next().isPresent()}"><t:moment moment="${line.next().get()}"/></c:if></td></tr></c:forEach></tbody></table>
</c:if>
<p class="hint"><fmt:message key="deliveries.why"/></p>
</section>
