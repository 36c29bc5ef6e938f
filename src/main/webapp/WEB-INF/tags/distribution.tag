<%@ tag description="A distribution with its axis, how many rows it is of, and the table that says the same." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="of" required="true" type="dev.perennial.web.pages.Histogram" %>
<%@ attribute name="label" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<div class="plot">
<ol class="ticks"><li><c:out value="${of.most()}"/></li><li>0 %</li></ol>
<t:histogram of="${of}" label="${label}" kind="large"/>
<p class="ends"><c:forEach var="end" items="${of.ends()}"><span><c:out value="${end}"/></span></c:forEach></p>
</div>
<p class="why"><t:say key="distribution.why" a="${of.liveRows()}" b="${of.referenceRows()}"/></p>
<details id="feature-bins"><summary><fmt:message key="distribution.table"/></summary><div class="scroll tall" tabindex="0" role="region" aria-label="<fmt:message key="distribution.region"/>"><table><thead><tr><th scope="col"><fmt:message key="distribution.bin"/></th><th scope="col" class="n"><fmt:message key="distribution.live"/></th><th scope="col" class="n"><fmt:message key="distribution.rows"/></th><th scope="col" class="n"><fmt:message key="distribution.training"/></th><th scope="col" class="n"><fmt:message key="distribution.rows"/></th></tr></thead><tbody><c:forEach var="bin" items="${of.rows()}"><tr><th scope="row"><c:out value="${bin.label()}"/></th><td class="n"><c:out value="${bin.live()}"/></td><td class="n"><c:out value="${bin.liveRows()}"/></td><td class="n"><c:out value="${bin.reference()}"/></td><td class="n"><c:out value="${bin.referenceRows()}"/></td></tr></c:forEach></tbody></table></div></details>
