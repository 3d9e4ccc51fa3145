# expected: overlap, preprocessing
# found: preprocessing 31:20, overlap 39:15
# %%
import pandas as pd
import numpy as np
from sklearn.utils import resample
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.metrics import classification_report
import seaborn as sns
import matplotlib.pyplot as plt

# %%
hr = pd.read_csv('WA_Fn-UseC_-HR-Employee-Attrition.csv')
hr.head(3)

# %%
hr['Attrition'] = hr['Attrition'].replace({'Yes': 1, 'No': 0})
hr['OverTime'] = hr['OverTime'].replace({'Yes': 1, 'No': 0})
hr = hr.drop(['EmployeeCount', 'EmployeeNumber', 'Over18', 'StandardHours'], axis=1)

# %%
plt.figure(figsize=(16, 12))
sns.heatmap(hr.corr(), annot=True, fmt='.1f')

# %%
numeric = hr.select_dtypes(include=['int64', 'float64'])
lab = numeric['Attrition']
mms = MinMaxScaler()
tmp = pd.DataFrame(mms.fit_transform(numeric.drop('Attrition', axis=1)),
                   columns=numeric.columns.drop('Attrition'))
tmp['Attrition'] = lab.values
tmp.head()

# %%
majority = tmp[tmp.Attrition == 0]
minority = tmp[tmp.Attrition == 1]
minority_up = resample(minority, replace=True, n_samples=len(majority), random_state=123)
upsampled = pd.concat([majority, minority_up])
upsampled.Attrition.value_counts()

# %%
y = upsampled.Attrition
X = upsampled.drop('Attrition', axis=1)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)

# %%
neigh = KNeighborsClassifier(n_neighbors=3)
neigh.fit(X_train, y_train)
print(classification_report(y_test, neigh.predict(X_test)))
