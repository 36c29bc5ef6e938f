<%@ tag description="A column's line in the table of what moved." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="row" required="true" type="dev.perennial.web.pages.DriftView.Row" %>
<%@ attribute name="heads" required="true" type="dev.perennial.web.pages.DriftView.Heads" %>
<%@ attribute name="href" required="true" description="where it opens; empty in a file that stands alone" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<tr>
<th scope="row"><c:choose><c:when test="${empty href}"><c:out value="${row.label()}"/></c:when><c:otherwise><a href="${fn:escapeXml(href)}"><c:out value="${row.label()}"/></a></c:otherwise></c:choose><c:if test="${not empty row.unit()}"><span class="unit"> <c:out value="${row.unit()}"/></span></c:if></th>
<td class="state" data-name="${fn:escapeXml(heads.state())}"><t:status mark="${row.mark()}"/></td>
<td class="n" data-name="${fn:escapeXml(heads.meanReference())}"><c:out value="${row.meanReference()}"/></td>
<td class="n" data-name="${fn:escapeXml(heads.meanLive())}"><b><c:out value="${row.meanLive()}"/></b></td>
<td class="n" data-name="${fn:escapeXml(heads.sdReference())}"><c:out value="${row.sdReference()}"/></td>
<td class="n" data-name="${fn:escapeXml(heads.sdLive())}"><b><c:out value="${row.sdLive()}"/></b></td>
<td class="n" data-name="${fn:escapeXml(heads.shift())}"><c:out value="${row.shift()}"/></td>
<td class="n whole" data-name="${fn:escapeXml(heads.psi())}"><c:out value="${row.psi()}"/><c:if test="${not empty row.quiet()}"><span class="unit under"> <c:out value="${lang.say('drift-row.quiet-below', row.quiet())}"/></span></c:if></td>
<td class="whole" data-name="${fn:escapeXml(heads.histogram())}"><t:histogram of="${row.histogram()}" label="${lang.say('drift.live-rows-over-training', row.label())}" kind="small"/></td>
<td class="n" data-name="${fn:escapeXml(heads.importance())}"><c:out value="${row.importance()}"/></td>
</tr>
<tr class="reason"><td colspan="10"><c:if test="${not empty row.plain()}"><b><c:out value="${row.plain()}"/></b>&#32;</c:if><c:out value="${row.reason()}"/></td></tr>
