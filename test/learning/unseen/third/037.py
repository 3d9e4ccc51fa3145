# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.preprocessing import StandardScaler
from sklearn.cluster import KMeans, AgglomerativeClustering
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score
import scipy.cluster.hierarchy as sch

# %%
retail = pd.read_csv('OnlineRetail.csv', encoding='ISO-8859-1', header=0)
retail = retail.dropna()
retail['CustomerID'] = retail['CustomerID'].astype(str)
retail['Amount'] = retail['Quantity'] * retail['UnitPrice']

# %%
rfm_m = retail.groupby('CustomerID')['Amount'].sum().reset_index()
rfm_f = retail.groupby('CustomerID')['InvoiceNo'].count().reset_index()
retail['InvoiceDate'] = pd.to_datetime(retail['InvoiceDate'], format='%d-%m-%Y %H:%M')
max_date = max(retail['InvoiceDate'])
retail['Diff'] = max_date - retail['InvoiceDate']
rfm_p = retail.groupby('CustomerID')['Diff'].min().dt.days.reset_index()
rfm = rfm_m.merge(rfm_f, on='CustomerID').merge(rfm_p, on='CustomerID')
rfm.columns = ['CustomerID', 'Amount', 'Frequency', 'Recency']

# %%
for c in ['Amount', 'Frequency', 'Recency']:
    Q1, Q3 = rfm[c].quantile(0.05), rfm[c].quantile(0.95)
    IQR = Q3 - Q1
    rfm = rfm[(rfm[c] >= Q1 - 1.5*IQR) & (rfm[c] <= Q3 + 1.5*IQR)]

# %%
rfm_df = rfm[['Amount', 'Frequency', 'Recency']]
scaler = StandardScaler()
rfm_df_scaled = pd.DataFrame(scaler.fit_transform(rfm_df), columns=rfm_df.columns)

# %%
ssd = []
for num_clusters in range(2, 9):
    kmeans = KMeans(n_clusters=num_clusters, max_iter=50, random_state=0)
    kmeans.fit(rfm_df_scaled)
    ssd.append(kmeans.inertia_)
    print("n={0}, silhouette {1:.3f}".format(num_clusters, silhouette_score(rfm_df_scaled, kmeans.labels_)))
plt.plot(range(2, 9), ssd)

# %%
kmeans = KMeans(n_clusters=3, max_iter=50, random_state=0)
rfm['Cluster_Id'] = kmeans.fit_predict(rfm_df_scaled)
sns.boxplot(x='Cluster_Id', y='Amount', data=rfm)

# %%
xy = PCA(2).fit_transform(rfm_df_scaled)
plt.scatter(xy[:, 0], xy[:, 1], c=rfm['Cluster_Id'], s=5)

# %%
rfm.groupby('Cluster_Id')[['Amount', 'Frequency', 'Recency']].agg(['mean', 'median', 'size'])
