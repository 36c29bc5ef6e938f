<%@ tag description="What is done for a model without anybody asking." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="view" required="true" type="dev.perennial.web.pages.UpkeepView" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<section id="upkeep" class="part" aria-label="Upkeep">
<p><c:choose><c:when test="${view.measured().isPresent()}"><strong><c:out value="${view.benefit()}"/></strong>&#32;<span class="unit">On the newest <c:out value="${view.measured().get().rows()}"/> labelled rows against version <c:out value="${view.measured().get().version()}"/>, measured <t:moment moment="${view.measured().get().at()}"/> with a candidate that was thrown away.</span></c:when><c:otherwise><span class="unit"><c:out value="${view.benefit()}"/></span></c:otherwise></c:choose></p>
<c:choose><c:when test="${view.on() eq 0}"><p class="why">Nothing retrains this model without anybody asking: no policy is on. The settings <code>perennial.policy.…</code> switch them on.</p></c:when><c:otherwise>
<div class="card"><h2>Policies</h2>
<p class="unit">A policy retrains without anybody asking, and lets only a candidate answer that is shown better.</p>
<table class="stack"><thead><tr><th scope="col">Policy</th><th scope="col">State</th><th scope="col">What it waits for</th><th scope="col">Not before</th></tr></thead>
<tbody><c:forEach var="policy" items="${view.policies()}"><tr><th scope="row"><c:out value="${policy.name()}"/></th><td data-label="State"><t:status mark="${policy.mark()}"/></td><td data-label="What it waits for"><c:choose><c:when test="${empty policy.sentence()}"><code><c:out value="${policy.setting()}"/></code> switches it on.</c:when><c:otherwise><c:out value="${policy.sentence()}"/></c:otherwise></c:choose></td><td data-label="Not before"><c:if test="${policy.next().isPresent()}"><t:moment moment="${policy.next().get()}"/></c:if></td></tr></c:forEach></tbody></table>
</div></c:otherwise></c:choose>
</section>
