<%@ tag description="A model's card: what it is, how good it is, what it cannot do." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="card" required="true" type="dev.perennial.web.pages.CardView" %>
<%@ attribute name="model" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<section class="card"><h2><fmt:message key="card.about-this-model"/></h2>
<p><c:out value="${card.purpose()}"/></p>
<div class="two about">
<dl class="figures"><c:forEach var="fact" items="${card.facts()}"><div><dt><c:out value="${fact.name()}"/></dt><dd><strong><t:value fact="${fact}"/></strong> <span class="unit"><c:out value="${fact.note()}"/></span></dd></div></c:forEach></dl>
<dl class="figures"><c:forEach var="fact" items="${card.figures()}"><div><dt><c:out value="${fact.name()}"/></dt><dd><strong><t:value fact="${fact}"/></strong> <span class="unit"><c:out value="${fact.note()}"/></span></dd></div></c:forEach></dl>
</div>
<ul class="limits"><c:forEach var="limit" items="${card.limits()}"><li><c:out value="${limit}"/></li></c:forEach></ul>
<p class="act"><a href="<c:url value="/models/${model}/versions"/>"><fmt:message key="card.versions-and-history"/></a> <a href="<c:url value="/monitor/${model}"/>"><fmt:message key="card.how-it-is-doing"/></a> <a href="<c:url value="/api/v1/models/${model}"/>"><fmt:message key="card.as-json"/></a></p>
</section>
