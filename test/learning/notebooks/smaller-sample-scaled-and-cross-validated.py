# expected: preprocessing
# found: preprocessing 8:5
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import cross_val_score
from sklearn.svm import SVC
df = pd.read_csv('big.csv').sample(5000, random_state=1)
X = StandardScaler().fit_transform(df.drop('y', axis=1))
print(cross_val_score(SVC(), X, df['y'], cv=5).mean())
