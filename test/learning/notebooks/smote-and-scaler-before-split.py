# expected: preprocessing, overlap
# found: preprocessing 9:5, overlap 11:8
import pandas as pd
from imblearn.over_sampling import RandomOverSampler
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
df = pd.read_csv('fraud.csv')
X = StandardScaler().fit_transform(df.drop('fraud', axis=1))
ros = RandomOverSampler()
X, y = ros.fit_resample(X, df.fraud)
X_train, X_test, y_train, y_test = train_test_split(X, y)
svc = SVC().fit(X_train, y_train)
print(svc.score(X_test, y_test))
