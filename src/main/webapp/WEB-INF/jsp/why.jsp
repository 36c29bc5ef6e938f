<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('why.why', view.answer())}" here="predict">
<p class="where"><t:badge model="${view.model()}" version="${view.version()}"/></p>
<h1><t:say key="why.why" a="${view.answer()}"/></h1>
<p class="say"><t:say key="why.for-an-average-row" a="${view.subject()}" b="${view.average()}" c="${view.found()}"/></p>
<section class="card"><h2><fmt:message key="why.what-each-input-does"/></h2>
<ul class="pulls"><c:forEach var="pull" items="${view.pulls()}"><t:pull pull="${pull}"/></c:forEach></ul>
</section>
<c:if test="${not empty view.path()}">
<section class="card"><h2><fmt:message key="why.the-conditions-that-held"/></h2>
<ol class="path"><c:forEach var="step" items="${view.path()}"><li><code><c:out value="${step}"/></code></li></c:forEach></ol>
</section>
</c:if>
<p class="act"><a class="button second" href="<c:url value="/label"><c:param name="prediction_id" value="${view.id()}"/></c:url>"><fmt:message key="why.was-this-right"/></a>&#32;<a class="button second" href="<c:url value="/"/>"><fmt:message key="why.predict-another"/></a></p>
<section class="card quiet"><h2><fmt:message key="why.how-this-was-found"/></h2>
<p><t:say key="why.they-sum-to-the" a="${view.method()}"/></p>
<dl class="facts"><div><dt><fmt:message key="why.prediction-id"/></dt><dd><code class="id"><c:out value="${view.id()}"/></code></dd></div></dl>
</section>
</t:page>
