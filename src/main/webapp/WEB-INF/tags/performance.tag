<%@ tag description="How well the model does: from labels, estimated without, and whether labels still follow." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="view" required="true" type="dev.perennial.web.pages.MonitorView" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<section id="performance" class="part" aria-labelledby="performance-title">
<c:choose>
<c:when test="${view.performance().isEmpty()}">
<h2 id="performance-title">How well it does</h2>
<div class="card"><t:empty title="A numeric target has no accuracy"><p>Its error is not followed yet; the inputs above and the service below are.</p></t:empty></div>
</c:when>
<c:otherwise><c:set var="p" value="${view.performance().get()}"/>
<h2 id="performance-title">How well it does <t:status mark="${p.mark()}"/></h2>
<div class="card"><p><c:out value="${p.reason()}"/></p>
<c:if test="${not p.labelled()}"><t:empty title="No labels in this window"><p>Accuracy needs true answers. Send them to <code>POST /api/v1/labels</code> with the prediction's id, or press “Was this right?” on an answer's page.</p></t:empty></c:if>
<c:if test="${not empty view.performanceChart().lines()}"><t:chart of="${view.performanceChart()}"/></c:if>
<p class="why">The shaded band is the 95 % interval of the accuracy: with few labels it is wide. The dashed line is estimated from the model's own calibrated probabilities (CBPE, confidence-based performance estimation), which needs no labels and cannot see it when the relation of inputs and labels changes.</p></div>
<div class="two">
<div class="card"><h3>From labels</h3><c:if test="${p.labelled()}"><p class="big"><b><c:out value="${p.accuracy()}"/></b> <span class="unit">accuracy, 95 % between <c:out value="${p.interval()}"/>; before deployment <c:out value="${p.expected()}"/></span></p></c:if><t:facts facts="${p.facts()}"/></div>
<c:if test="${view.estimate().isPresent()}"><c:set var="e" value="${view.estimate().get()}"/>
<div class="card"><h3>Without labels <t:status mark="${e.trust()}"/></h3><c:if test="${e.seen()}"><p class="big"><b><c:out value="${e.accuracy()}"/></b> <span class="unit">accuracy estimated, about 95 % between <c:out value="${e.band()}"/></span></p></c:if><p><c:out value="${e.reason()}"/></p><p class="why"><c:out value="${e.track()}"/></p></div></c:if>
</div>
<c:if test="${p.labelled()}">
<div class="two">
<div class="card"><h3>What was taken for what</h3><div class="scroll" tabindex="0" role="region" aria-label="Confusion matrix"><table class="confusion"><thead><tr><th scope="col">true ↓ given →</th><c:forEach var="name" items="${p.classes()}"><th scope="col" class="n"><c:out value="${name}"/></th></c:forEach></tr></thead><tbody><c:forEach var="truth" items="${p.confusion()}"><tr><th scope="row"><c:out value="${truth.name()}"/></th><c:forEach var="cell" items="${truth.cells()}"><td class="n <c:out value="${cell.kind()}"/>"><c:out value="${cell.count()}"/></td></c:forEach></tr></c:forEach></tbody></table></div><p class="why">Right answers stand on the diagonal.</p></div>
<div class="card"><h3>Each class</h3><div class="scroll" tabindex="0" role="region" aria-label="Scores of each class"><table><thead><tr><th scope="col">Class</th><th scope="col" class="n">Precision</th><th scope="col" class="n">Recall</th><th scope="col" class="n">F1</th><th scope="col" class="n">True</th><th scope="col" class="n">Given</th></tr></thead><tbody><c:forEach var="score" items="${p.scores()}"><tr><th scope="row"><c:out value="${score.name()}"/></th><td class="n"><c:out value="${score.precision()}"/></td><td class="n"><c:out value="${score.recall()}"/></td><td class="n"><c:out value="${score.f1()}"/></td><td class="n"><c:out value="${score.support()}"/></td><td class="n"><c:out value="${score.given()}"/></td></tr></c:forEach></tbody></table></div><p class="why">Precision: of the rows given this class, the share that is of it. Recall: of the rows of this class, the share that was given it. F1 is their harmonic mean.</p></div>
</div>
<c:if test="${p.calibration().isPresent()}"><div class="card"><t:calibration of="${p.calibration().get()}"/></div></c:if>
</c:if>
</c:otherwise>
</c:choose>
</section>
<div class="two">
<section id="concept" class="part" aria-labelledby="concept-title"><h2 id="concept-title">Concept drift <t:status mark="${view.concept().mark()}"/></h2>
<div class="card"><p><c:out value="${view.concept().reason()}"/></p><t:facts facts="${view.concept().facts()}"/><p class="why">Whether labels still follow from inputs as they did: a change may swap one kind of mistake for another and leave the accuracy as it was.</p></div></section>
<section id="staleness" class="part" aria-labelledby="staleness-title"><h2 id="staleness-title">Age <t:status mark="${view.staleness()}"/></h2>
<div class="card"><p><c:out value="${view.stalenessReason()}"/></p><t:facts facts="${view.age()}"/></div></section>
</div>
