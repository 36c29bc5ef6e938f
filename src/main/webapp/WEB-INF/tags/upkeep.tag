<%@ tag description="What is done for a model without anybody asking." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="view" required="true" type="dev.perennial.web.pages.UpkeepView" %>
<%@ attribute name="model" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<section id="upkeep" class="part" aria-label="Upkeep">
<p><c:choose><c:when test="${view.measured().isPresent()}"><strong><c:out value="${view.benefit()}"/></strong>&#32;<span class="unit">On the newest <c:out value="${view.measured().get().rows()}"/> labelled rows against version <c:out value="${view.measured().get().version()}"/>, measured <t:moment moment="${view.measured().get().at()}"/> with a candidate that was thrown away.</span></c:when><c:otherwise><span class="unit"><c:out value="${view.benefit()}"/></span></c:otherwise></c:choose></p>
<c:if test="${view.shadow().isPresent()}"><c:set var="shadow" value="${view.shadow().get()}"/>
<div class="card"><h2>Version <c:out value="${shadow.version()}"/> in the shadow of version <c:out value="${shadow.champion()}"/></h2>
<p class="unit">The challenger since <t:moment moment="${shadow.since()}"/>: it is asked what the champion has been asked, and nobody is told its answers.</p>
<c:if test="${not empty shadow.trouble()}"><p class="notice warn"><c:out value="${shadow.trouble()}"/></p></c:if>
<c:if test="${not empty shadow.gain()}"><p><strong><c:out value="${shadow.gain()}"/></strong></p></c:if>
<t:facts facts="${shadow.facts()}"/>
<c:if test="${not empty shadow.rules()}"><details><summary>What the gate says of these rows</summary><ul><c:forEach var="rule" items="${shadow.rules()}"><li><c:out value="${rule}"/></li></c:forEach></ul></details></c:if>
<c:if test="${requestScope.exchange.administers()}"><form method="post" action="<c:url value="/models/${model}/promote"/>"><t:csrf/><input type="hidden" name="version" value="${fn:escapeXml(shadow.version())}">
<div class="fields one"><div class="field"><label for="shadow-why">Why version <c:out value="${shadow.version()}"/> is to answer</label><input id="shadow-why" name="reason" type="text" maxlength="500" required></div></div>
<p class="act"><button type="submit">Let version <c:out value="${shadow.version()}"/> answer</button></p></form></c:if>
</div></c:if>
<c:choose><c:when test="${view.on() eq 0}"><p class="why">Nothing retrains this model without anybody asking: no policy is on. The settings <code>perennial.policy.…</code> switch them on.</p></c:when><c:otherwise>
<div class="card"><h2>Policies</h2>
<p class="unit">A policy retrains without anybody asking, and lets only a candidate answer that is shown better.</p>
<table class="stack"><thead><tr><th scope="col">Policy</th><th scope="col">State</th><th scope="col">What it waits for</th><th scope="col">Not before</th></tr></thead>
<tbody><c:forEach var="policy" items="${view.policies()}"><tr><th scope="row"><c:out value="${policy.name()}"/></th><td data-label="State"><t:status mark="${policy.mark()}"/></td><td data-label="What it waits for"><c:choose><c:when test="${empty policy.sentence()}"><code><c:out value="${policy.setting()}"/></code> switches it on.</c:when><c:otherwise><c:out value="${policy.sentence()}"/></c:otherwise></c:choose></td><td data-label="Not before"><c:if test="${policy.next().isPresent()}"><t:moment moment="${policy.next().get()}"/></c:if></td></tr></c:forEach></tbody></table>
</div></c:otherwise></c:choose>
</section>
