<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Why ${view.answer()}" here="predict">
<p class="where"><t:badge model="${view.model()}" version="${view.version()}"/></p>
<h1>Why <c:out value="${view.answer()}"/></h1>
<p class="say">For an average row <c:out value="${view.subject()}"/> is <c:out value="${view.average()}"/>. For this one it is <c:out value="${view.found()}"/>. These inputs make the difference:</p>
<section class="card"><h2>What each input does</h2>
<ul class="pulls"><c:forEach var="pull" items="${view.pulls()}"><t:pull pull="${pull}"/></c:forEach></ul>
</section>
<c:if test="${not empty view.path()}">
<section class="card"><h2>The conditions that held</h2>
<ol class="path"><c:forEach var="step" items="${view.path()}"><li><code><c:out value="${step}"/></code></li></c:forEach></ol>
</section>
</c:if>
<p class="act"><a class="button second" href="<c:url value="/label"><c:param name="prediction_id" value="${view.id()}"/></c:url>">Was this right?</a>&#32;<a class="button second" href="<c:url value="/"/>">Predict another</a></p>
<section class="card quiet"><h2>How this was found</h2>
<p><c:out value="${view.method()}"/> They sum to the difference. They say what moves the model, not what causes the outcome.</p>
<dl class="facts"><div><dt>Prediction id</dt><dd><code class="id"><c:out value="${view.id()}"/></code></dd></div></dl>
</section>
</t:page>
