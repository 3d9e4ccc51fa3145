# expected: multi-test, preprocessing
# found: preprocessing 31:23, preprocessing 32:21, multi-test 64:10
# %%
# Credit Card Fraud Detection
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
import seaborn as sns
from collections import Counter
import warnings
warnings.filterwarnings("ignore")
!pip install imbalanced-learn

# %%
df = pd.read_csv('creditcard.csv')
df.head()

# %%
df.describe()

# %%
print('No Frauds', round(df['Class'].value_counts()[0]/len(df) * 100,2), '% of the dataset')
print('Frauds', round(df['Class'].value_counts()[1]/len(df) * 100,2), '% of the dataset')

# %%
from sklearn.preprocessing import StandardScaler, RobustScaler

std_scaler = StandardScaler()
rob_scaler = RobustScaler()

df['scaled_amount'] = rob_scaler.fit_transform(df['Amount'].values.reshape(-1,1))
df['scaled_time'] = rob_scaler.fit_transform(df['Time'].values.reshape(-1,1))
df.drop(['Time','Amount'], axis=1, inplace=True)

# %%
X = df.drop('Class', axis=1)
y = df['Class']

# %%
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42, stratify=y)
print(Counter(y_train), Counter(y_test))

# %%
from imblearn.over_sampling import SMOTE
sm = SMOTE(random_state=42)
X_res, y_res = sm.fit_resample(X_train, y_train)
print('after smote', Counter(y_res))

# %%
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report, roc_auc_score, confusion_matrix

lr = LogisticRegression(C=0.1, max_iter=500)
lr.fit(X_res, y_res)
y_pred = lr.predict(X_test)
print(classification_report(y_test, y_pred))
print('AUC:', roc_auc_score(y_test, lr.predict_proba(X_test)[:, 1]))

# %%
rf = RandomForestClassifier(n_estimators=100, n_jobs=-1)
rf.fit(X_res, y_res)
y_pred = rf.predict(X_test)
print(classification_report(y_test, y_pred))
print('AUC:', roc_auc_score(y_test, rf.predict_proba(X_test)[:, 1]))

# %%
from sklearn.tree import DecisionTreeClassifier
dt = DecisionTreeClassifier(max_depth=8)
dt.fit(X_res, y_res)
y_pred = dt.predict(X_test)
print(classification_report(y_test, y_pred))
sns.heatmap(confusion_matrix(y_test, y_pred), annot=True, fmt='d')
plt.show()
# Random forest wins!
