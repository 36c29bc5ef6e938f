<%@ tag description="What became of messages to the webhook." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="of" required="true" type="dev.perennial.web.pages.DeliveriesView" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<section class="card" id="webhook"><h2>Webhook</h2>
<c:if test="${not of.on()}"><p class="hint">Alarms are told to nobody: <code>perennial.webhook.url</code> is empty.</p></c:if>
<dl class="facts">
<div><dt>Waiting</dt><dd><c:out value="${of.waiting()}"/></dd></div>
<div><dt>Delivered</dt><dd><c:out value="${of.delivered()}"/></dd></div>
<div><dt>Given up</dt><dd><c:out value="${of.givenUp()}"/></dd></div>
</dl>
<c:if test="${not empty of.late()}">
<table class="stack"><thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">State</th><th scope="col">Attempts</th><th scope="col">The last one</th><th scope="col">Next</th></tr></thead>
<tbody><c:forEach var="line" items="${of.late()}"><tr><td data-label="When"><t:moment moment="${line.at()}"/></td><td data-label="What"><c:out value="${line.what()}"/></td><td data-label="State"><t:status mark="${line.state()}"/></td><td data-label="Attempts"><c:out value="${line.attempts()}"/></td><td data-label="The last one"><c:out value="${line.result()}"/></td><td data-label="Next"><c:if test="${line.next().isPresent()}"><t:moment moment="${line.next().get()}"/></c:if></td></tr></c:forEach></tbody></table>
</c:if>
<p class="hint">Of the last 90 days. A message is tried eight times within about three hours, then given up; the alarm itself stands on the model's page all the same.</p>
</section>
