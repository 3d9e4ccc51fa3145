# expected: overlap
# found: overlap 8:8
import pandas as pd
from imblearn.over_sampling import ADASYN
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score
df = pd.read_csv('fraud.csv')
X, y = ADASYN().fit_resample(df.drop('y', axis=1), df['y'])
print(cross_val_score(RandomForestClassifier(), X, y, cv=5).mean())
