<%@ tag description="Stated probability against what happened: a drawing and the table that says the same." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="of" required="true" type="dev.perennial.web.pages.CalibrationView" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<figure class="chart curve" id="calibration">
<figcaption><b><fmt:message key="calibration.title"/></b></figcaption>
<div class="plot">
<ol class="ticks"><li>100 %</li><li>50 %</li><li>0 %</li></ol>
<svg class="lines" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label="<fmt:message key="calibration.label"/>"><path class="rule" d="M0 0H100M0 50H100M0 100H100"/><path class="line expected" d="M0 100L100 0"/><path class="line interval" d="${fn:escapeXml(of.intervals())}"/><path class="line first" d="${fn:escapeXml(of.line())}"/><path class="line dots" d="${fn:escapeXml(of.points())}"/></svg>
<p class="ends"><span><fmt:message key="calibration.from"/></span><span>100 %</span></p>
</div>
<details id="calibration-table"><summary><fmt:message key="calibration.table"/></summary><div class="scroll tall" tabindex="0" role="region" aria-label="<fmt:message key="calibration.region"/>"><table><thead><tr><th scope="col"><fmt:message key="calibration.stated"/></th><th scope="col" class="n"><fmt:message key="calibration.mean"/></th><th scope="col" class="n"><fmt:message key="calibration.right"/></th><th scope="col" class="n"><fmt:message key="calibration.between"/></th><th scope="col" class="n"><fmt:message key="calibration.labels"/></th></tr></thead><tbody><c:forEach var="row" items="${of.rows()}"><tr><th scope="row"><c:out value="${row.bin()}"/></th><td class="n"><c:out value="${row.stated()}"/></td><td class="n"><c:out value="${row.happened()}"/></td><td class="n"><c:out value="${row.interval()}"/></td><td class="n"><c:out value="${row.count()}"/></td></tr></c:forEach></tbody></table></div></details>
<p class="why"><fmt:message key="calibration.why"/></p>
</figure>
