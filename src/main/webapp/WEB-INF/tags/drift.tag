<%@ tag description="What moved: inputs, answers, and the inputs together." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="view" required="true" type="dev.perennial.web.pages.MonitorView" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:set var="drift" value="${view.drift()}"/>
<c:set var="alone" value="${not empty view.style()}"/>
<c:url var="here" value="${view.path()}"/>
<section id="drift" class="part" aria-labelledby="drift-title">
<h2 id="drift-title">What moved <t:status mark="${drift.mark()}"/></h2>
<div class="card">
<div class="scroll" tabindex="0" role="region" aria-label="Inputs, live beside training">
<table class="drift"><caption class="hidden">Inputs, live beside training</caption><thead><tr><th scope="col">Input</th><th scope="col">State</th><th scope="col" class="n">Mean, training</th><th scope="col" class="n">Mean, live</th><th scope="col" class="n">Sd, training</th><th scope="col" class="n">Sd, live</th><th scope="col" class="n">Shift, sd</th><th scope="col" class="n">PSI</th><th scope="col">Live over training</th><th scope="col" class="n">Importance</th></tr></thead><tbody>
<c:forEach var="row" items="${drift.rows()}"><t:drift-row row="${row}" href="${alone ? '' : here.concat('?window=').concat(view.window()).concat('&feature=').concat(row.key()).concat('#feature')}"/></c:forEach>
</tbody></table></div>
<c:if test="${drift.hidden() gt 0}"><p><a href="${fn:escapeXml(here)}?window=${fn:escapeXml(view.window())}&amp;all=true#drift">Show <c:out value="${drift.hidden()}"/> more inputs</a></p></c:if>
<p class="why">Live figures are those of the window shown; a state is always the latest judgement. The shift is the difference of the means in standard deviations (sd) of training. PSI, the population stability index, says how much the shares of the bins moved; “quiet below” is what chance alone stays under. In the drawings, bars are training and the line is live.</p>
</div>
<c:if test="${drift.detail().isPresent()}"><c:set var="detail" value="${drift.detail().get()}"/>
<section class="card" id="feature" aria-labelledby="feature-title">
<h3 id="feature-title"><c:out value="${detail.row().label()}"/> <t:status mark="${detail.row().mark()}"/></h3>
<p><c:out value="${detail.row().reason()}"/></p>
<div class="two"><div><t:distribution of="${detail.row().histogram()}" label="${detail.row().label()}: live rows over training"/></div><t:facts facts="${detail.facts()}"/></div>
<div class="two"><c:forEach var="chart" items="${detail.charts()}"><t:chart of="${chart}"/></c:forEach></div>
<p><a href="${fn:escapeXml(here)}?window=${fn:escapeXml(view.window())}#drift">Close</a></p>
</section>
</c:if>
<div class="card"><h3>Together, and the answers</h3>
<p><t:status mark="${drift.joint()}"/> Inputs together: <c:out value="${drift.jointReason()}"/>.</p>
<p><t:status mark="${drift.domain()}"/> Trees: <c:out value="${drift.domainReason()}"/>.</p>
<ul class="lines"><c:forEach var="row" items="${drift.answers()}"><li><t:status mark="${row.mark()}"/> <b><c:choose><c:when test="${alone}"><c:out value="${row.label()}"/></c:when><c:otherwise><a href="${fn:escapeXml(here)}?window=${fn:escapeXml(view.window())}&amp;feature=${fn:escapeXml(row.key())}#feature"><c:out value="${row.label()}"/></a></c:otherwise></c:choose></b> <span class="unit"><c:out value="${row.reason()}"/></span><t:histogram of="${row.histogram()}" label="${row.label()}: live rows over training" kind="small"/></li></c:forEach></ul>
<p class="why">Inputs can each look as before and still no longer go with one another: that is watched by their correlations, and by the residual, how far rows lie from the directions in which training varied. The trees, which learn to tell live rows from training rows, explain which inputs moved together; they raise no alarm.</p></div>
</section>
