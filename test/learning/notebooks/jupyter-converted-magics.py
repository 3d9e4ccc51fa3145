# expected: preprocessing
# found: preprocessing 15:12
get_ipython().run_line_magic('matplotlib', 'inline')
import warnings
warnings.filterwarnings('ignore')
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split
from sklearn.linear_model import Ridge
# In[2]:
df = pd.read_csv('d.csv'); df.head()
# In[3]:
cols = [c for c in df.columns if c != 'y']
mms = MinMaxScaler()
df[cols] = mms.fit_transform(df[cols])
# In[4]:
train, test = train_test_split(df, test_size=.3, random_state=3)
# In[5]:
r = Ridge(); r.fit(train[cols], train.y)
from math import sqrt
from sklearn.metrics import mean_squared_error
sqrt(mean_squared_error(test.y, r.predict(test[cols])))
