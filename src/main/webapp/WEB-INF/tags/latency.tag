<%@ tag description="How long requests took: a drawing over a logarithmic axis and the table that says the same." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="of" required="true" type="dev.perennial.web.pages.LatencyView" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<figure class="chart curve" id="latencies">
<figcaption><b><fmt:message key="latency.title"/></b></figcaption>
<div class="plot">
<ol class="ticks"><li><c:out value="${of.most()}"/></li><li>0</li></ol>
<svg class="spread" role="img" aria-label="<fmt:message key="latency.label"/>"><c:forEach var="bar" items="${of.bars()}"><rect x="${fn:escapeXml(bar.x())}" width="${fn:escapeXml(bar.width())}" y="${fn:escapeXml(bar.y())}" height="${fn:escapeXml(bar.height())}"/></c:forEach></svg>
<svg class="scale" aria-hidden="true"><c:forEach var="tick" items="${of.ticks()}"><text x="${fn:escapeXml(tick.x())}" y="14"><c:out value="${tick.text()}"/></text></c:forEach></svg>
</div>
<details id="latencies-table"><summary><fmt:message key="latency.table"/></summary><div class="scroll tall" tabindex="0" role="region" aria-label="<fmt:message key="latency.region"/>"><table><thead><tr><th scope="col"><fmt:message key="latency.from"/></th><th scope="col"><fmt:message key="latency.to"/></th><th scope="col" class="n"><fmt:message key="latency.requests"/></th><th scope="col" class="n"><fmt:message key="latency.share"/></th><th scope="col" class="n"><fmt:message key="latency.no-longer"/></th></tr></thead><tbody><c:forEach var="row" items="${of.rows()}"><tr><td><c:out value="${row.from()}"/></td><td><c:out value="${row.to()}"/></td><td class="n"><c:out value="${row.count()}"/></td><td class="n"><c:out value="${row.share()}"/></td><td class="n"><c:out value="${row.upTo()}"/></td></tr></c:forEach></tbody></table></div></details>
<p class="why"><fmt:message key="latency.why"/></p>
</figure>
